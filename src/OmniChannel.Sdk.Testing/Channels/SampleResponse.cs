using System.Net;
using System.Text;
using OmniChannel.Channels;

namespace OmniChannel.Testing.Channels;

/// <summary>An answer of the provider to a send, and what it means.</summary>
public sealed record SampleResponse
{
    /// <summary>A short name; it becomes part of the checks' names.</summary>
    public required string Name { get; init; }

    /// <summary>The HTTP status.</summary>
    public required HttpStatusCode Status { get; init; }

    /// <summary>What it means; null for accepted.</summary>
    public required SendErrorKind? Kind { get; init; }

    /// <summary>The body.</summary>
    public string Body { get; init; } = "";

    /// <summary>The body's media type.</summary>
    public string ContentType { get; init; } = "application/json";

    /// <summary>Headers, such as <c>Retry-After</c>.</summary>
    public IReadOnlyList<KeyValuePair<string, string>> Headers { get; init; } = [];

    /// <summary>The wait it asks for; null for none.</summary>
    public TimeSpan? RetryAfter { get; init; }

    /// <summary>The ids it gives; null where they are not compared.</summary>
    public IReadOnlyList<string>? ProviderMessageIds { get; init; }

    internal HttpResponseMessage ToMessage()
    {
        var response = new HttpResponseMessage(Status) { Content = new StringContent(Body, Encoding.UTF8, ContentType) };
        foreach (var (name, value) in Headers)
        {
            response.Headers.TryAddWithoutValidation(name, value);
        }

        return response;
    }
}
