namespace OmniChannel.Channels;

/// <summary>The customer said something.</summary>
public sealed record MessageReceived : ChannelEvent
{
    /// <summary>What they said, at least one part.</summary>
    public required IReadOnlyList<MessageContent> Content { get; init; }

    /// <summary>The provider's id of the message; null where it has none.</summary>
    public string? ProviderMessageId { get; init; }

    /// <summary>Provider ids of earlier messages that this one answers, newest last (In-Reply-To, References, a quoted message).</summary>
    public IReadOnlyList<string> ReplyTo { get; init; } = [];

    /// <summary>The subject line; null where the channel has none.</summary>
    public string? Subject { get; init; }

    /// <summary>The sender's own name for themselves; claimed, for display only. Null for none.</summary>
    public string? SenderName { get; init; }

    /// <summary>Something that lets us answer this message; null where the address is enough.</summary>
    public ReplyHandle? ReplyHandle { get; init; }

    /// <summary>The sender's language, where the provider knows it.</summary>
    public Locale? Locale { get; init; }

    /// <summary>True for an auto-reply or a bounce: kept, but it opens nothing and starts no bot.</summary>
    public bool IsAutomatic { get; init; }
}
