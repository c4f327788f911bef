namespace OmniChannel.Emulator.Webhooks;

/// <summary>One webhook to deliver.</summary>
internal sealed record WebhookPost
{
    public required string Kind { get; init; }

    /// <summary>Absolute; a fragment holds connection overrides and is not sent.</summary>
    public required Uri Url { get; init; }

    /// <summary>Makes the body anew for each attempt.</summary>
    public required Func<HttpContent> Content { get; init; }

    public IReadOnlyList<KeyValuePair<string, string>> Headers { get; init; } = [];

    public override string ToString() => Kind;
}
