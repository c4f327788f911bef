namespace OmniChannel.Twilio;

public sealed class OutageTests
{
    [Fact]
    public async Task Unavailable_AnswersTransientWithRetryAfterAndTakesNothing()
    {
        await using var shop = await Shop.StartAsync(o => o.Pace.RetryAfter = TimeSpan.FromSeconds(7));
        await shop.Emulator.SetSwitchesAsync(new() { Sms = EmulatedOutage.Unavailable });
        var error = (await shop.SendAsync("Hello")).Error!;
        Assert.Equal((SendErrorKind.Transient, TimeSpan.FromSeconds(7)), (error.Kind, error.RetryAfter));
        Assert.Empty(shop.Emulator.Snapshot.Messages);
        await shop.Emulator.SetSwitchesAsync(new());
        Assert.True((await shop.SendAsync("Hello")).IsSent);
    }

    [Fact]
    public async Task Refused_IsTransientAndComesBackOnTheSamePort()
    {
        await using var shop = await Shop.StartAsync();
        var before = shop.Emulator.ApiUrl;
        await shop.Emulator.SetSwitchesAsync(new() { Sms = EmulatedOutage.Refused });
        Assert.Equal(SendErrorKind.Transient, (await shop.SendAsync("Hello")).Error!.Kind);
        await shop.Emulator.SetSwitchesAsync(new());
        Assert.True((await shop.SendAsync("Hello again")).IsSent);
        Assert.Equal(before, shop.Emulator.ApiUrl);
        Assert.Equal("Hello again", Assert.Single(shop.Emulator.ReceivedSms(Shop.Customer)).Text);
    }

    [Fact]
    public async Task Ambiguous_TakesTheMessageAndDropsTheConnection()
    {
        await using var shop = await Shop.StartAsync();
        await shop.Emulator.SetSwitchesAsync(new() { Sms = EmulatedOutage.Ambiguous });
        Assert.Equal(SendErrorKind.Ambiguous, (await shop.SendAsync("Hello")).Error!.Kind);
        Assert.Equal("Hello", (await shop.Emulator.WaitForSmsAsync(Shop.Customer).WaitAsync(TestTimeouts.Default)).Text);
    }

    [Fact]
    public async Task Slow_AnswersAfterTheMessageArrived()
    {
        var time = new ManualTime();
        await using var shop = await Shop.StartAsync(o => o.Pace.Slow = TimeSpan.FromSeconds(9), time);
        await shop.Emulator.SetSwitchesAsync(new() { Sms = EmulatedOutage.Slow });
        var sending = shop.SendAsync("Hello");
        await time.WhenWaitingAsync(TimeSpan.FromSeconds(9));
        Assert.False(sending.IsCompleted);
        Assert.Single(shop.Emulator.ReceivedSms(Shop.Customer));
        time.Advance(TimeSpan.FromSeconds(9));
        Assert.True((await sending).IsSent);
    }
}
