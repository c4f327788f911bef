using System.Net;
using System.Text;
using Microsoft.Extensions.DependencyInjection;
using OmniChannel.Testing;

namespace OmniChannel.AspNetCore.Tests;

/// <summary>Who sends slowly, or states much and sends nothing, keeps nobody else out.</summary>
public sealed class SlowClientTests
{
    private const string Path = "/omni/channels/plain/main";
    private const string Visit = "/omni/channels/visit/main/messages";

    [Theory]
    [InlineData(1, 256 * 1024 * 1024)]
    [InlineData(512, 500)]
    public async Task BodiesThatDoNotCome_TakeNoRoom(int requests, long bytes)
    {
        await using var host = await WebHost.StartAsync(http: o => (o.MaxConcurrentWebhooks, o.MaxBufferedWebhookBytes) = (requests, bytes));
        var slow = new SlowContent(new byte[900], 1);
        var first = host.Http.PostAsync(Path, slow);
        for (var i = 0; i < 20; i++)
        {
            using var other = await host.PostAsync("{}", "wrong");
            Assert.Equal(HttpStatusCode.Unauthorized, other.StatusCode);
        }

        slow.Finish();
        using var answer = await first;
        Assert.Equal(HttpStatusCode.Unauthorized, answer.StatusCode);
    }

    [Fact]
    public async Task BodyThatDoesNotComeInTime_IsAskedToComeAgain()
    {
        var time = new ManualTimeProvider();
        await using var host = await WebHost.StartAsync(configure: o => o.Services.AddSingleton<TimeProvider>(time));
        var slow = new SlowContent(new byte[100], 50);
        var late = host.Http.PostAsync(Path, slow);
        using var patience = new CancellationTokenSource(TestTimeouts.Default);
        while (!late.IsCompleted)
        {
            patience.Token.ThrowIfCancellationRequested();
            time.Advance(TimeSpan.FromSeconds(31));
            try
            {
                await late.WaitAsync(TimeSpan.FromMilliseconds(10), patience.Token);
            }
            catch (TimeoutException)
            {
            }
        }

        using var answer = await late;
        Assert.Equal(HttpStatusCode.ServiceUnavailable, answer.StatusCode);
        slow.Finish();
    }

    [Fact]
    public async Task VisitorsBodies_CountAmongThoseInMemory()
    {
        await using var host = await WebHost.StartAsync(http: o => o.MaxBufferedWebhookBytes = 40_000);
        using var patience = new CancellationTokenSource(TestTimeouts.Default);
        var (slow, first, answer) = ((SlowContent)null!, Task.FromResult<HttpResponseMessage>(null!), HttpStatusCode.OK);
        while (answer != HttpStatusCode.ServiceUnavailable)
        {
            if (first.IsCompleted)
            {
                // The other was there just when it came: again.
                slow = new SlowContent(new byte[60_000], 50_000);
                first = host.Http.PostAsync(Visit, slow, patience.Token);
            }

            using var other = await host.Http.PostAsync(Visit, new StringContent("{}", Encoding.UTF8, "application/json"), patience.Token);
            answer = other.StatusCode;
        }

        slow.Finish();
        (await first).Dispose();
        using var after = await host.Http.PostAsync(Visit, new StringContent("{}", Encoding.UTF8, "application/json"), patience.Token);
        Assert.NotEqual(HttpStatusCode.ServiceUnavailable, after.StatusCode);
    }

    [Fact]
    public async Task Stream_AskedForWithABody_Is413()
    {
        await using var host = await WebHost.StartAsync();
        using var request = new HttpRequestMessage(HttpMethod.Get, "/omni/channels/visit/main/stream") { Content = new StringContent("{}") };
        using var answer = await host.Http.SendAsync(request);
        Assert.Equal(HttpStatusCode.RequestEntityTooLarge, answer.StatusCode);
    }
}
