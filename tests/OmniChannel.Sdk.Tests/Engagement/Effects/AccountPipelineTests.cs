namespace OmniChannel.Engagement.Effects;

public sealed class AccountPipelineTests
{
    [Theory]
    [InlineData(0.5, 1, 2000)]
    [InlineData(1, 1, 1000)]
    [InlineData(2.5, 1, 400)]
    [InlineData(10, 1, 100)]
    [InlineData(120, 2, 1000.0 * 2 / 120)]
    public void TokensPerPeriod_AnyRate_GivesThatRate(double rate, int tokens, double milliseconds)
    {
        Assert.Equal(tokens, AccountPipeline.TokensPerPeriod(rate));
        Assert.Equal(milliseconds, 1000 * AccountPipeline.TokensPerPeriod(rate) / rate, 6);
    }

    [Fact]
    public async Task Run_MoreThanTheLineTakes_ComeAgainOneAfterTheOther()
    {
        using var pipeline = new AccountPipeline(
            new() { DisplayName = "SMS", SendsPerSecond = 0.25 }, TimeSpan.FromSeconds(30), new ManualTimeProvider());
        using var stop = new CancellationTokenSource();
        var first = await pipeline.RunAsync(_ => Task.FromResult(SendResult.Sent("1")), stop.Token);
        var second = pipeline.RunAsync(_ => Task.FromResult(SendResult.Sent("2")), stop.Token);
        var later = new List<SendResult>();
        for (var i = 0; i < 3; i++)
        {
            later.Add(await pipeline.RunAsync(_ => Task.FromResult(SendResult.Sent("never")), stop.Token));
        }

        Assert.True(first.IsSent);
        Assert.All(later, l => Assert.Equal(SendErrorKind.Throttled, l.Error!.Kind));
        Assert.Equal([4, 8, 12], later.Select(l => l.Error!.RetryAfter!.Value.TotalSeconds));
        await stop.CancelAsync();
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => second);
    }
}
