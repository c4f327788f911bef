using System.Net;
using Microsoft.Extensions.DependencyInjection;
using OmniChannel.Testing;

namespace OmniChannel.AspNetCore.Tests;

/// <summary>A stream lasts as long as whoever opened it may have it.</summary>
public sealed class StreamLifeTests
{
    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task Desk_OfAnAgentWhoMayNoLonger_Ends(bool throws)
    {
        var (time, allowed) = (new ManualTimeProvider(), true);
        await using var host = await WebHost.StartAsync(
            http: o => o.AuthorizeAgent = (_, _) => allowed || !throws ? new(allowed) : throw new InvalidOperationException("The directory is away."),
            configure: o => o.Services.AddSingleton<TimeProvider>(time));
        using var open = await OpenAsync(host, "/omni/agent/a/desk/stream");
        await LastsAsync(open, time);

        allowed = false;
        await EndsAsync(open, time, TimeSpan.FromSeconds(15));
    }

    [Fact]
    public async Task Stream_OfAVisitorWhoseTokenEnded_Ends()
    {
        var time = new ManualTimeProvider();
        await using var host = await WebHost.StartAsync(configure: o => o.Services.AddSingleton<TimeProvider>(time));
        using var open = await OpenAsync(host, $"/omni/channels/visit/main/stream?visitor=v1&until={time.GetUtcNow().AddDays(7).UtcTicks}");
        await LastsAsync(open, time);

        await EndsAsync(open, time, TimeSpan.FromDays(1));
    }

    private static async Task<Stream> OpenAsync(WebHost host, string path)
    {
        var answer = await host.Http.GetAsync(path, HttpCompletionOption.ResponseHeadersRead);
        Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
        return await answer.Content.ReadAsStreamAsync();
    }

    /// <summary>Frames come over several minutes.</summary>
    private static async Task LastsAsync(Stream open, ManualTimeProvider time)
    {
        var buffer = new byte[64 * 1024];
        for (var frames = 0; frames < 12; frames++)
        {
            var read = open.ReadAsync(buffer).AsTask();
            await MoveUntilAsync(read, time, TimeSpan.FromSeconds(15));
            Assert.NotEqual(0, await read);
        }
    }

    private static async Task EndsAsync(Stream open, ManualTimeProvider time, TimeSpan step)
    {
        var end = EndAsync();
        await MoveUntilAsync(end, time, step);
        Assert.Equal(0, await end);

        async Task<int> EndAsync()
        {
            var (buffer, read) = (new byte[64 * 1024], 1);
            while (read > 0)
            {
                try
                {
                    read = await open.ReadAsync(buffer);
                }
                catch (IOException)
                {
                    read = 0;
                }
            }

            return read;
        }
    }

    /// <summary>Moves the clock step by step, and gives the server time to notice each.</summary>
    private static async Task MoveUntilAsync(Task done, ManualTimeProvider time, TimeSpan step)
    {
        using var patience = new CancellationTokenSource(TestTimeouts.Default);
        while (!done.IsCompleted)
        {
            patience.Token.ThrowIfCancellationRequested();
            time.Advance(step);
            try
            {
                await done.WaitAsync(TimeSpan.FromMilliseconds(10));
            }
            catch (TimeoutException)
            {
            }
        }
    }
}
