using System.Text;

namespace OmniChannel.Webhooks;

/// <summary>An HTTP answer.</summary>
public sealed record WebhookResponse
{
    /// <summary>An empty 200.</summary>
    public static WebhookResponse Ok { get; } = new();

    /// <summary>Status code.</summary>
    public int StatusCode { get; init; } = 200;

    /// <summary>Media type; empty for no body.</summary>
    public string ContentType { get; init; } = "";

    /// <summary>The body.</summary>
    public ReadOnlyMemory<byte> Body { get; init; }

    /// <summary>When to come again, sent as <c>Retry-After</c>; null for no such header.</summary>
    public TimeSpan? RetryAfter { get; init; }

    /// <summary>A 200 with a text body in UTF-8.</summary>
    public static WebhookResponse Text(string body, string contentType = "text/plain; charset=utf-8") =>
        new() { ContentType = contentType, Body = Encoding.UTF8.GetBytes(body) };
}
