using System.Security.Claims;
using System.Text.Json;

namespace OmniChannel.Webhooks;

/// <summary>One HTTP request of a provider, as it came: raw bytes, and the address the provider was given.</summary>
public sealed class WebhookRequest
{
    private static readonly JsonDocumentOptions JsonOptions = new() { MaxDepth = 32 };
    private WebhookForm? _form;

    /// <summary>The HTTP method in upper case.</summary>
    public required string Method { get; init; }

    /// <summary>The public address, built from <c>PublicBaseUrl</c> and not from what a proxy says; with query.</summary>
    public required Uri Url { get; init; }

    /// <summary>The route below the account's address, without a leading slash; empty for the webhook itself.</summary>
    public string Path { get; init; } = "";

    /// <summary>Query parameters.</summary>
    public WebhookValues Query { get; init; } = WebhookValues.Empty;

    /// <summary>Headers; names compare without case.</summary>
    public WebhookValues Headers { get; init; } = WebhookValues.Empty;

    /// <summary>The body as received.</summary>
    public ReadOnlyMemory<byte> Body { get; init; }

    /// <summary>The signed-in user of the host's own authentication; null for none. Providers have none; visitors of a page may.</summary>
    public ClaimsPrincipal? User { get; init; }

    /// <summary>When the host received it (engine clock).</summary>
    public required DateTimeOffset ReceivedAt { get; init; }

    /// <summary>The body as JSON, at most 32 levels deep.</summary>
    /// <exception cref="MalformedWebhookException">It is none; the host answers 400.</exception>
    public JsonDocument Json()
    {
        try
        {
            return JsonDocument.Parse(Body, JsonOptions);
        }
        catch (JsonException e)
        {
            throw new MalformedWebhookException("The body is no JSON of at most 32 levels.", e);
        }
    }

    /// <summary>The body as a form, urlencoded or multipart, at most 1,000 fields. Read once, for the signature and for the events.</summary>
    /// <exception cref="MalformedWebhookException">It is none; the host answers 400.</exception>
    public WebhookForm Form() => _form ??= WebhookFormReader.Read(Headers["Content-Type"], Body);

    /// <summary>Method and path only: the rest may hold personal data.</summary>
    public override string ToString() => $"{Method} {Url.AbsolutePath}";
}
