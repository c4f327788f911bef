using System.Collections.Concurrent;
using System.Security.Cryptography;
using System.Text;

namespace CustomChannel;

/// <summary>The messenger's side on this machine: it takes messages, reports their delivery, and posts signed webhooks.</summary>
internal sealed class KioskProvider : IAsyncDisposable
{
    public const string Key = "the-key-of-the-kiosk-messenger";
    private readonly WebApplication _server;
    private readonly HttpClient _http = new();
    private readonly ConcurrentQueue<KioskMessage> _sent = new();

    public KioskProvider()
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        builder.WebHost.UseUrls("http://127.0.0.1:0");
        _server = builder.Build();
        _server.MapPost("/send", SendAsync);
    }

    public Uri Url => new(_server.Urls.Single() + "/");

    public Uri? Webhook { get; set; }

    public IReadOnlyCollection<KioskMessage> Sent => _sent;

    public Task StartAsync() => _server.StartAsync();

    public Task<int> PressAsync(string text, string id) =>
        PostAsync($$"""{"events":[{"id":"{{id}}","from":"booth-7","type":"text","text":"{{text}}","reply":"session-1"}]}""");

    public Task<int> ChooseAsync(string option, string label, string id) =>
        PostAsync($$"""{"events":[{"id":"{{id}}","from":"booth-7","type":"choice","option":"{{option}}","label":"{{label}}","reply":"session-1"}]}""");

    public Task<int> DeliveredAsync(int message) => PostAsync($$"""{"events":[{"id":"k-{{message}}","from":"booth-7","type":"delivered"}]}""");

    public async Task<int> PostAsync(string json, string key = Key)
    {
        var body = Encoding.UTF8.GetBytes(json);
        using var request = new HttpRequestMessage(HttpMethod.Post, Webhook) { Content = new ByteArrayContent(body) };
        request.Headers.Add(KioskChannel.SignatureHeader, Convert.ToHexStringLower(HMACSHA256.HashData(Encoding.UTF8.GetBytes(key), body)));
        using var response = await _http.SendAsync(request);
        return (int)response.StatusCode;
    }

    public async ValueTask DisposeAsync()
    {
        _http.Dispose();
        await _server.DisposeAsync();
    }

    private async Task SendAsync(HttpContext context)
    {
        _sent.Enqueue((await context.Request.ReadFromJsonAsync(KioskJson.Default.KioskMessage))!);
        context.Response.Headers["X-Id"] = $"k-{_sent.Count}";
    }
}
