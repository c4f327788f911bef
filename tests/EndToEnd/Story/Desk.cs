using System.Net.Http.Json;
using System.Text.Json;

namespace OmniChannel.EndToEnd.Story;

/// <summary>An agent at the HTTP API: waits on the desk's stream, acts by posts.</summary>
internal sealed class Desk(ShopHost shop, string agent)
{
    /// <summary>Waits for a desk that fits, and gives it.</summary>
    public async Task<JsonElement> WaitAsync(Func<JsonElement, bool> fits)
    {
        using var timeout = new CancellationTokenSource(TestTimeouts.Default);
        JsonElement last = default;
        try
        {
            await foreach (var (_, _, desk) in SseReader.ReadAsync(shop.Http, $"/omni/agent/{agent}/desk/stream?lang=en", null, timeout.Token))
            {
                last = desk;
                if (fits(desk))
                {
                    return desk;
                }
            }
        }
        catch (OperationCanceledException)
        {
        }

        throw new TimeoutException("The desk never came to it. Last: " + last);
    }

    public async Task<JsonElement> OfferAsync(Func<JsonElement, bool>? fits = null) =>
        (await WaitAsync(d => Offers(d).Any(o => fits?.Invoke(o) ?? true))).GetProperty("offers").EnumerateArray().First(o => fits?.Invoke(o) ?? true);

    public async Task<JsonElement> ConversationAsync(Func<JsonElement, bool> fits) =>
        (await WaitAsync(d => d.GetProperty("conversations").EnumerateArray().Any(fits))).GetProperty("conversations").EnumerateArray().First(fits);

    public async Task<JsonElement> PostAsync(string path, object body)
    {
        using var response = await shop.Http.PostAsJsonAsync($"/omni/agent/{agent}/{path}?lang=en", body);
        return await response.Content.ReadFromJsonAsync<JsonElement>();
    }

    public static IEnumerable<JsonElement> Offers(JsonElement desk) => desk.GetProperty("offers").EnumerateArray();

    public static string Texts(JsonElement conversation) =>
        string.Join('\n', conversation.GetProperty("entries").EnumerateArray().Select(e => e.TryGetProperty("text", out var t) ? t.GetString() : null).Where(t => t is not null));
}
