using System.Runtime.CompilerServices;
using System.Text.Json;

namespace OmniChannel.EndToEnd.Story;

/// <summary>Reads server-sent events.</summary>
internal static class SseReader
{
    public static async IAsyncEnumerable<(string Id, string Event, JsonElement Data)> ReadAsync(
        HttpClient http, string path, string? token, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        using var request = new HttpRequestMessage(HttpMethod.Get, path);
        if (token is not null)
        {
            request.Headers.Authorization = new("Bearer", token);
        }

        using var response = await http.SendAsync(request, HttpCompletionOption.ResponseHeadersRead, cancellationToken);
        response.EnsureSuccessStatusCode();
        using var reader = new StreamReader(await response.Content.ReadAsStreamAsync(cancellationToken));
        var (id, name) = ("", "");
        while (await reader.ReadLineAsync(cancellationToken) is { } line)
        {
            if (line.StartsWith("id: ", StringComparison.Ordinal))
            {
                id = line[4..];
            }
            else if (line.StartsWith("event: ", StringComparison.Ordinal))
            {
                name = line[7..];
            }
            else if (line.StartsWith("data: ", StringComparison.Ordinal))
            {
                using var json = JsonDocument.Parse(line[6..]);
                yield return (id, name, json.RootElement.Clone());
            }
        }
    }
}
