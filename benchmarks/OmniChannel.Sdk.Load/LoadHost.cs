using System.Net;
using System.Net.Sockets;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using OmniChannel.Channels;
using OmniChannel.Storage;

namespace OmniChannel.Load;

/// <summary>A shop's host on loopback: Twilio SMS and voice on SQLite, and beside them the bare endpoint.</summary>
internal sealed class LoadHost : IAsyncDisposable
{
    private static readonly ChannelAccountId Sms = new(new("sms"), "main");
    private readonly WebApplication _app;
    private readonly BareStore _bare;

    private LoadHost(WebApplication app, BareStore bare, IPEndPoint address) => (_app, _bare, Address) = (app, bare, address);

    public IPEndPoint Address { get; }

    public string PublicBase => $"http://{Address}";

    public IOmniChannel Omni => _app.Services.GetRequiredService<IOmniChannel>();

    public IInbound Inbound => _app.Services.GetRequiredService<IOmniChannelAccounts>().InboundOf(Sms)!;

    public CountingStore Store => (CountingStore)_app.Services.GetRequiredService<IEngineStore>();

    public static async Task<LoadHost> StartAsync(string folder, BareStore bare, int batch)
    {
        var address = new IPEndPoint(IPAddress.Loopback, FreePort());
        var builder = WebApplication.CreateSlimBuilder(new WebApplicationOptions { EnvironmentName = "Production" });
        builder.Logging.ClearProviders();
        builder.WebHost.UseUrls($"http://{address}");
        builder.Services.AddOmniChannel(configure: o => (o.PublicBaseUrl, o.Locale, o.BatchSize) = (new($"http://{address}"), "en", batch))
            .UseSqliteStorage("Data Source=" + Path.Combine(folder, "omni.db"))
            .AddTwilioSmsChannel("main", o => (o.AccountSid, o.AuthTokens, o.From) = (Webhook.Sid, [Webhook.Token], Webhook.ShopNumber))
            .AddTwilioVoiceChannel("main", o => (o.AccountSid, o.AuthTokens) = (Webhook.Sid, [Webhook.Token]))
            .AddQueue("general")
            .AddHttp();
        var store = builder.Services.Last(d => d.ServiceType == typeof(IEngineStore));
        builder.Services.AddSingleton<IEngineStore>(s => new CountingStore((IEngineStore)store.ImplementationFactory!(s)));
        var app = builder.Build();
        app.MapOmniChannel();
        var port = app.Services.GetRequiredService<IOmniChannelAccounts>().All.First(p => p.Id == Sms);
        app.MapPost(Webhook.BarePath, (RequestDelegate)(c => BareAsync(c, port, bare, $"http://{address}")));
        await app.StartAsync();
        return new(app, bare, address);
    }

    public async ValueTask DisposeAsync()
    {
        await _app.StopAsync();
        await _app.DisposeAsync();
    }

    /// <summary>Checks the signature and inserts, nothing else.</summary>
    private static async Task BareAsync(HttpContext context, ChannelPort port, BareStore bare, string publicBase)
    {
        var body = new byte[(int)(context.Request.ContentLength ?? 0)];
        await context.Request.Body.ReadExactlyAsync(body);
        var verdict = port.Verify(new()
        {
            Method = "POST",
            Url = new(publicBase + context.Request.Path),
            Headers = new([new("Content-Type", context.Request.ContentType!), new("X-Twilio-Signature", context.Request.Headers["X-Twilio-Signature"]!)]),
            Body = body,
            ReceivedAt = default,
        });
        if (!verdict.IsAccepted)
        {
            context.Response.StatusCode = StatusCodes.Status401Unauthorized;
            return;
        }

        await bare.InsertAsync(KeyOf(body));
    }

    private static byte[] KeyOf(ReadOnlySpan<byte> body) => System.Security.Cryptography.SHA256.HashData(body)[..16];

    private static int FreePort()
    {
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        return ((IPEndPoint)listener.LocalEndpoint).Port;
    }
}
