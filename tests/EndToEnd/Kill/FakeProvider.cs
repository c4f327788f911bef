using System.Collections.Concurrent;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Logging;

namespace OmniChannel.EndToEnd.Kill;

/// <summary>Takes messages as Twilio's Messages resource does and writes each into a ledger that only grows; it outlives the killed process.</summary>
internal sealed class FakeProvider : IAsyncDisposable
{
    private readonly WebApplication _app;
    private readonly StreamWriter _ledger;
    private readonly ConcurrentDictionary<string, int> _effects = new();
    private int _sids;

    private FakeProvider(WebApplication app, string ledger) => (_app, _ledger) = (app, new(ledger, append: true) { AutoFlush = true });

    /// <summary>How often each text was taken.</summary>
    public IReadOnlyDictionary<string, int> Effects => _effects;

    public static async Task<FakeProvider> StartAsync(Uri url, string ledger)
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        builder.WebHost.UseUrls(url.ToString());
        var app = builder.Build();
        var provider = new FakeProvider(app, ledger);
        app.MapPost("/2010-04-01/Accounts/{sid}/Messages.json", (RequestDelegate)provider.TakeAsync);
        await app.StartAsync();
        return provider;
    }

    public async ValueTask DisposeAsync()
    {
        await _app.StopAsync();
        await _app.DisposeAsync();
        await _ledger.DisposeAsync();
    }

    private async Task TakeAsync(HttpContext context)
    {
        var form = await context.Request.ReadFormAsync();
        var text = form["Body"].ToString();
        lock (_ledger)
        {
            _ledger.WriteLine(text);
            _effects.AddOrUpdate(text, 1, (_, n) => n + 1);
        }

        context.Response.StatusCode = StatusCodes.Status201Created;
        context.Response.ContentType = "application/json";
        await context.Response.WriteAsync($$"""{"sid":"SMout{{Interlocked.Increment(ref _sids)}}"}""");
    }
}
