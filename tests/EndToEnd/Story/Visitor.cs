using System.Collections.Concurrent;
using System.Net.Http.Json;
using System.Text.Json;
using System.Threading.Channels;

namespace OmniChannel.EndToEnd.Story;

/// <summary>A browser on the shop's page, without the browser: a session, a stream that reconnects, and posts that are tried again.</summary>
internal sealed class Visitor(ShopHost shop) : IAsyncDisposable
{
    private readonly ConcurrentDictionary<string, JsonElement> _entries = new();
    private readonly Channel<bool> _news = Channel.CreateUnbounded<bool>();
    private string _token = "";
    private CancellationTokenSource? _stream;
    private Task _reading = Task.CompletedTask;
    private string _last = "";
    private int _posts;

    /// <summary>How often an entry came: once, however often the stream was cut.</summary>
    public ConcurrentDictionary<string, int> Arrivals { get; } = new();

    public IEnumerable<string> Texts => _entries.Values
        .Where(e => e.GetProperty("kind").GetString() == "message")
        .OrderBy(e => e.GetProperty("sequence").GetInt64())
        .Select(Text);

    public async Task OpenAsync()
    {
        if (_token.Length == 0)
        {
            using var response = await shop.Http.PostAsJsonAsync("/omni/channels/web-chat/shop/sessions", new { });
            response.EnsureSuccessStatusCode();
            _token = (await response.Content.ReadFromJsonAsync<JsonElement>()).GetProperty("token").GetString()!;
        }

        _stream = new();
        _reading = ReadAsync(_stream.Token);
    }

    public async Task LeaveAsync()
    {
        await _stream!.CancelAsync();
        await _reading;
    }

    public Task SayAsync(string text) => PostAsync(new { id = NextId(), text });

    public Task ChooseAsync(string optionId, string label) => PostAsync(new { id = NextId(), choice = new { optionId, label } });

    /// <summary>Waits until a text was said.</summary>
    public Task WaitAsync(string text) => WaitAsync(() => Texts.Any(t => t.Contains(text, StringComparison.Ordinal)), text);

    /// <summary>Waits until the conversation was closed.</summary>
    public Task WaitForTheEndAsync() => WaitAsync(() => _entries.Values.Any(e => e.GetProperty("kind").GetString() == "closed"), "the end");

    private async Task WaitAsync(Func<bool> isThere, string what)
    {
        using var timeout = new CancellationTokenSource(TestTimeouts.Default);
        try
        {
            while (!isThere())
            {
                await _news.Reader.ReadAsync(timeout.Token);
            }
        }
        catch (OperationCanceledException)
        {
            throw new TimeoutException($"'{what}' never came. Said: {string.Join(" | ", Texts)}");
        }
    }

    public async ValueTask DisposeAsync()
    {
        if (_stream is not null)
        {
            await LeaveAsync();
            _stream.Dispose();
        }
    }

    private string NextId() => "post-" + Interlocked.Increment(ref _posts);

    /// <summary>As a widget does: the same id until it is answered.</summary>
    private async Task PostAsync(object body)
    {
        for (var attempt = 0; ; attempt++)
        {
            try
            {
                using var request = new HttpRequestMessage(HttpMethod.Post, "/omni/channels/web-chat/shop/messages") { Content = JsonContent.Create(body) };
                request.Headers.Authorization = new("Bearer", _token);
                using var response = await shop.Http.SendAsync(request);
                response.EnsureSuccessStatusCode();
                return;
            }
            catch (HttpRequestException) when (attempt < 5)
            {
            }
        }
    }

    private async Task ReadAsync(CancellationToken cancellationToken)
    {
        while (!cancellationToken.IsCancellationRequested)
        {
            try
            {
                var path = "/omni/channels/web-chat/shop/stream?lastEventId=" + _last;
                await foreach (var (id, _, data) in SseReader.ReadAsync(shop.Http, path, _token, cancellationToken))
                {
                    _last = id;
                    var entry = $"{data.GetProperty("conversation").GetString()}:{data.GetProperty("sequence").GetInt64()}";
                    Arrivals.AddOrUpdate(entry, 1, (_, n) => n + 1);
                    _entries[entry] = data;
                    _news.Writer.TryWrite(true);
                }
            }
            catch (Exception e) when (e is HttpRequestException or IOException or OperationCanceledException)
            {
                await Task.Yield();
            }
        }
    }

    private static string Text(JsonElement entry) =>
        !entry.TryGetProperty("content", out var content) || content.ValueKind != JsonValueKind.Object ? ""
        : content.TryGetProperty("text", out var text) ? text.GetString() ?? ""
        : content.TryGetProperty("label", out var label) ? label.GetString() ?? "" : "";
}
