using System.Net.Http.Json;
using System.Net.WebSockets;
using System.Text;
using System.Text.Json;

namespace OmniChannel.OmniRetail;

/// <summary>The sample at its HTTP addresses: what the page does, without a browser.</summary>
internal sealed class StoryHttp(Uri url) : IDisposable
{
    private readonly HttpClient _http = new() { BaseAddress = url, Timeout = TestTimeouts.Default };

    /// <summary>Opens a stage as a page does; gives its connection and what it was told first.</summary>
    public async Task<(ClientWebSocket Page, string Told)> OpenAsync(bool take = false)
    {
        var page = new ClientWebSocket();
        await page.ConnectAsync(new UriBuilder(url) { Scheme = "ws", Path = "/story/stage", Query = take ? "take=true" : "" }.Uri, CancellationToken.None);
        return (page, await ToldAsync(page));
    }

    public static async Task<string> ToldAsync(ClientWebSocket page)
    {
        using var timeout = new CancellationTokenSource(TestTimeouts.Default);
        var buffer = new byte[256];
        var got = await page.ReceiveAsync(buffer.AsMemory(), timeout.Token);
        return Encoding.UTF8.GetString(buffer, 0, got.Count);
    }

    public Task<HttpResponseMessage> StartAsync(string told) => _http.PostAsync(new Uri("/story/start?stage=" + told.Split(' ')[^1], UriKind.Relative), null);

    public async Task<JsonElement> ShopperAsync(string told)
    {
        using var answer = await StartAsync(told);
        answer.EnsureSuccessStatusCode();
        return await answer.Content.ReadFromJsonAsync<JsonElement>();
    }

    public async Task<JsonElement> PostAsync(string path, object body)
    {
        using var json = new StringContent(JsonSerializer.Serialize(body), Encoding.UTF8, "application/json");
        using var answer = await _http.PostAsync(new Uri(path, UriKind.Relative), json);
        answer.EnsureSuccessStatusCode();
        return await answer.Content.ReadFromJsonAsync<JsonElement>();
    }

    public Task<JsonElement> GetAsync(string path) => _http.GetFromJsonAsync<JsonElement>(path);

    /// <summary>Waits until a stream of states comes to one that fits, and gives it.</summary>
    public async Task<JsonElement> WaitAsync(string path, Func<JsonElement, bool> fits)
    {
        using var timeout = new CancellationTokenSource(TestTimeouts.Default);
        using var reader = new StreamReader(await _http.GetStreamAsync(path, timeout.Token));
        JsonElement last = default;
        try
        {
            while (await reader.ReadLineAsync(timeout.Token) is { } line)
            {
                if (line.StartsWith("data: ", StringComparison.Ordinal) && fits(last = JsonElement.Parse(line[6..])))
                {
                    return last;
                }
            }
        }
        catch (OperationCanceledException)
        {
        }

        throw new TimeoutException($"{path} never came to it. Last: {last}");
    }

    public void Dispose() => _http.Dispose();
}
