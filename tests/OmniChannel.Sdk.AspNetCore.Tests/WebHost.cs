using System.Net;
using System.Security.Cryptography;
using System.Text;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.TestHost;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using OmniChannel.AspNetCore;
using OmniChannel.Storage;

namespace OmniChannel.AspNetCore.Tests;

/// <summary>The endpoints on a test server, with one webhook channel and an agent.</summary>
internal sealed class WebHost : IAsyncDisposable
{
    public const string Key = "the-key-of-the-test-channel";
    private readonly WebApplication _app;

    private WebHost(WebApplication app) => (_app, Http) = (app, app.GetTestClient());

    public HttpClient Http { get; }

    public IServiceProvider Services => _app.Services;

    public IOmniChannel Omni => _app.Services.GetRequiredService<IOmniChannel>();

    public static async Task<WebHost> StartAsync(string environment = "Development", string key = Key, Action<OmniHttpOptions>? http = null, BrokenStore? store = null)
    {
        var builder = WebApplication.CreateSlimBuilder(new WebApplicationOptions { EnvironmentName = environment });
        builder.WebHost.UseTestServer();
        builder.Logging.ClearProviders();
        if (store is not null)
        {
            builder.Services.AddSingleton<IEngineStore>(store).AddSingleton<IReadStore>(store).AddSingleton<IWorkspaceLeases>(store);
        }

        builder.Services.AddOmniChannel()
            .UseInMemoryStorage()
            .AddChannel<PlainChannel, PlainOptions>("plain", "main", new() { Configure = o => o.Key = key, Validator = new PlainOptionsValidator() })
            .AddChannel<VisitChannel, PlainOptions>("visit", "main", new() { Configure = o => o.Key = Key, Validator = new PlainOptionsValidator() })
            .AddQueue("general")
            .AddHttp(http);
        var app = builder.Build();
        app.Use((context, next) =>
        {
            context.Connection.RemoteIpAddress = IPAddress.TryParse(context.Request.Headers["X-From"], out var from) ? from : null;
            return next(context);
        });
        app.MapOmniChannel();
        try
        {
            await app.StartAsync();
        }
        catch
        {
            await app.DisposeAsync();
            throw;
        }

        return new(app);
    }

    public Task<HttpResponseMessage> PostAsync(string body, string? signature = null, string path = "/omni/channels/plain/main")
    {
        var request = new HttpRequestMessage(HttpMethod.Post, path) { Content = new StringContent(body, Encoding.UTF8, "application/json") };
        request.Headers.Add("X-Signature", signature ?? Sign(body));
        return Http.SendAsync(request);
    }

    public async Task<int> MessagesAsync()
    {
        var count = 0;
        foreach (var open in Omni.Conversations.Unanswered(TimeSpan.FromDays(-1)))
        {
            await foreach (var entry in Omni.Conversations.TimelineAsync(open.Conversation))
            {
                count += entry.Kind == Conversations.EntryKind.Message ? 1 : 0;
            }
        }

        return count;
    }

    public Task<IReadOnlyList<JournalRow>> JournalAsync() =>
        Services.GetRequiredService<IReadStore>().ReadJournalAsync(new("default"), 0, 1000, CancellationToken.None);

    public async ValueTask DisposeAsync()
    {
        Http.Dispose();
        await _app.DisposeAsync();
    }

    private static string Sign(string body) => Convert.ToHexStringLower(HMACSHA256.HashData(Encoding.UTF8.GetBytes(Key), Encoding.UTF8.GetBytes(body)));
}
