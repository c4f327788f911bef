using OmniChannel.Webhooks;

namespace OmniChannel.Testing.Channels;

/// <summary>A request as the provider sends it, and what it means.</summary>
public sealed record SampleWebhook
{
    /// <summary>A short name; it becomes part of the checks' names.</summary>
    public required string Name { get; init; }

    /// <summary>The body as sent.</summary>
    public required ReadOnlyMemory<byte> Body { get; init; }

    /// <summary>The media type as sent.</summary>
    public required string ContentType { get; init; }

    /// <summary>The headers that prove the sender, made from the request without them.</summary>
    public required Func<WebhookRequest, IReadOnlyList<KeyValuePair<string, string>>> Sign { get; init; }

    /// <summary>The events in it, in order; empty for a request that says nothing to us.</summary>
    public required IReadOnlyList<ExpectedEvent> Events { get; init; }

    /// <summary>The HTTP method.</summary>
    public string Method { get; init; } = "POST";

    /// <summary>The address called; null for the account's webhook.</summary>
    public Uri? Url { get; init; }

    /// <summary>The route below the account's address, without a leading slash.</summary>
    public string Path { get; init; } = "";

    /// <summary>Further headers that prove nothing.</summary>
    public IReadOnlyList<KeyValuePair<string, string>> Headers { get; init; } = [];

    /// <summary>True when the proof covers the body; false for a password or a token beside it.</summary>
    public bool SignsBody { get; init; } = true;

    /// <summary>True when the proof covers the address.</summary>
    public bool SignsUrl { get; init; }

    /// <summary>How old a signed time may be; null where the provider signs none.</summary>
    public TimeSpan? MaxAge { get; init; }

    /// <summary>The name.</summary>
    public override string ToString() => Name;
}
