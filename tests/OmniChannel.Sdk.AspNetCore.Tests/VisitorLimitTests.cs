using System.Net;
using OmniChannel.AspNetCore.Channels;

namespace OmniChannel.AspNetCore.Tests;

public sealed class VisitorLimitTests
{
    private const string Base = "/omni/channels/visit/main/";

    [Fact]
    public async Task Sessions_OfNewVisitorsOfOneAddress_AreLimitedAndSayWhenToComeAgain()
    {
        await using var host = await WebHost.StartAsync(http: o => o.MaxNewSessionsPerMinute = 5);
        for (var i = 0; i < 5; i++)
        {
            Assert.Equal(HttpStatusCode.OK, await SessionAsync(host, "203.0.113.7"));
        }

        using var limited = await PostAsync(host, "sessions", "203.0.113.7");
        Assert.Equal(HttpStatusCode.TooManyRequests, limited.StatusCode);
        Assert.InRange(limited.Headers.RetryAfter!.Delta!.Value.TotalSeconds, 1, 12);
        Assert.Equal(HttpStatusCode.OK, await SessionAsync(host, "203.0.113.7", "?visitor=known"));
        Assert.Equal(HttpStatusCode.OK, await SessionAsync(host, "203.0.113.8"));
    }

    [Theory]
    [InlineData("2001:db8:1:1::1", "2001:db8:1:1:ffff::2", HttpStatusCode.TooManyRequests)]
    [InlineData("2001:db8:1:1::1", "2001:db8:1:2::1", HttpStatusCode.OK)]
    [InlineData("::ffff:203.0.113.7", "203.0.113.7", HttpStatusCode.TooManyRequests)]
    [InlineData("127.0.0.1", "127.0.0.1", HttpStatusCode.OK)]
    [InlineData("", "", HttpStatusCode.OK)]
    public async Task Address_ThatIsOneSubscribers_CountsAsOne(string first, string second, HttpStatusCode answer)
    {
        await using var host = await WebHost.StartAsync(http: o => o.MaxNewSessionsPerMinute = 1);
        Assert.Equal(HttpStatusCode.OK, await SessionAsync(host, first));
        Assert.Equal(answer, await SessionAsync(host, second));
    }

    [Theory]
    [InlineData("?visitor=one", "203.0.113.8", "?visitor=one", HttpStatusCode.TooManyRequests)]
    [InlineData("?visitor=one", "203.0.113.8", "?visitor=two", HttpStatusCode.OK)]
    [InlineData("", "203.0.113.7", "", HttpStatusCode.OK)]
    public async Task Streams_OfOneVisitor_AreLimited(string visitor, string address, string next, HttpStatusCode answer)
    {
        await using var host = await WebHost.StartAsync(http: o => o.MaxStreamsPerVisitor = 3);
        var open = new List<HttpResponseMessage>();
        for (var i = 0; i < 3; i++)
        {
            open.Add(await StreamAsync(host, "203.0.113.7", visitor));
        }

        Assert.All(open, s => Assert.Equal(HttpStatusCode.OK, s.StatusCode));
        using var one = await StreamAsync(host, address, next);
        Assert.Equal(answer, one.StatusCode);
        Assert.Equal(answer == HttpStatusCode.TooManyRequests ? TimeSpan.FromSeconds(10) : null, one.Headers.RetryAfter?.Delta);
        open.ForEach(s => s.Dispose());
    }

    [Fact]
    public async Task Streams_OfOneAddress_AreLimitedUntilOneEnds()
    {
        await using var host = await WebHost.StartAsync(http: o => o.MaxStreamsPerAddress = 4);
        var open = new List<HttpResponseMessage>();
        for (var i = 0; i < 4; i++)
        {
            open.Add(await StreamAsync(host, "203.0.113.7", ""));
        }

        using (var limited = await StreamAsync(host, "203.0.113.7", ""))
        {
            Assert.Equal(HttpStatusCode.TooManyRequests, limited.StatusCode);
        }

        open[0].Dispose();
        using var patience = new CancellationTokenSource(TestTimeouts.Default);
        var answer = HttpStatusCode.TooManyRequests;
        while (answer == HttpStatusCode.TooManyRequests)
        {
            patience.Token.ThrowIfCancellationRequested();
            using var again = await StreamAsync(host, "203.0.113.7", "");
            answer = again.StatusCode;
        }

        Assert.Equal(HttpStatusCode.OK, answer);
        open.ForEach(s => s.Dispose());
    }

    [Fact]
    public void Addresses_InAnyNumber_TakeNoMemoryAndHoldBackFewOthers()
    {
        var cells = new RateCells(60);
        cells.Take(1, 0);
        var before = GC.GetAllocatedBytesForCurrentThread();
        for (var hostile = 0; hostile < 1_000_000; hostile++)
        {
            cells.Take(hostile, 0);
        }

        // A collection that others cause counts what was left of the thread's buffer, some kilobytes; one object for each address would be 24 MB.
        Assert.InRange(GC.GetAllocatedBytesForCurrentThread() - before, 0, 64 * 1024);
        Assert.Equal(TimeSpan.Zero, cells.Take(7, 2 * TimeSpan.TicksPerMinute * 70));

        var quiet = new RateCells(60);
        for (var hostile = 0; hostile < 1_000; hostile++)
        {
            for (var i = 0; i < 100; i++)
            {
                quiet.Take(HashCode.Combine(hostile), 0);
            }
        }

        var heldBack = Enumerable.Range(10_000, 10_000).Count(k => quiet.Take(HashCode.Combine(k), 0) > TimeSpan.Zero);
        Assert.InRange(heldBack, 0, 200);
    }

    [Fact]
    public void Pace_OverTime_IsWhatWasAllowed()
    {
        var cells = new RateCells(60);
        var let = 0;
        for (var second = 0; second < 600; second++)
        {
            for (var i = 0; i < 10; i++)
            {
                let += cells.Take(42, second * TimeSpan.TicksPerSecond) == TimeSpan.Zero ? 1 : 0;
            }
        }

        Assert.InRange(let, 650, 661);
        Assert.Equal(TimeSpan.Zero, new RateCells(0).Take(42, 0));
    }

    [Fact]
    public async Task Counts_FromManyThreads_EndAtNothing()
    {
        var cells = new CountCells(1_000);
        await Task.WhenAll(Enumerable.Range(0, 8).Select(t => Task.Run(() =>
        {
            for (var i = 0; i < 20_000; i++)
            {
                if (cells.TryEnter(i % 50))
                {
                    cells.Leave(i % 50);
                }
            }
        })));
        var single = new CountCells(1);
        Assert.All(Enumerable.Range(0, 50), k => Assert.True(cells.TryEnter(k)));
        Assert.True(single.TryEnter(3));
        Assert.False(single.TryEnter(3));
        single.Leave(3);
        Assert.True(single.TryEnter(3));
    }

    private static async Task<HttpStatusCode> SessionAsync(WebHost host, string from, string query = "")
    {
        using var answer = await PostAsync(host, "sessions" + query, from);
        return answer.StatusCode;
    }

    private static Task<HttpResponseMessage> PostAsync(WebHost host, string path, string from)
    {
        var request = new HttpRequestMessage(HttpMethod.Post, Base + path) { Content = new StringContent("{}") };
        request.Headers.Add("X-From", from);
        return host.Http.SendAsync(request);
    }

    private static Task<HttpResponseMessage> StreamAsync(WebHost host, string from, string query)
    {
        var request = new HttpRequestMessage(HttpMethod.Get, Base + "stream" + query);
        request.Headers.Add("X-From", from);
        return host.Http.SendAsync(request, HttpCompletionOption.ResponseHeadersRead);
    }
}
