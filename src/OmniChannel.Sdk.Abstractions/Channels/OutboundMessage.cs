namespace OmniChannel.Channels;

/// <summary>What an adapter is asked to send.</summary>
public sealed record OutboundMessage
{
    /// <summary>Our id of the message.</summary>
    public required MessageId Id { get; init; }

    /// <summary>Whom it goes to.</summary>
    public required ChannelAddress To { get; init; }

    /// <summary>The contents, already planned for the channel's capabilities; 1 to <see cref="ChannelCapabilities.PartsPerCall"/>.</summary>
    public required IReadOnlyList<MessageContent> Contents { get; init; }

    /// <summary>Pass it to a provider that takes one; the same for every attempt.</summary>
    public required string IdempotencyKey { get; init; }

    /// <summary>A usable reply handle; null for none.</summary>
    public ReplyHandle? ReplyHandle { get; init; }

    /// <summary>What it answers, on channels with threads; null for none.</summary>
    public MessageThread? Thread { get; init; }

    /// <summary>The recipient's language.</summary>
    public Locale Locale { get; init; }

    /// <summary>The session it belongs to, such as a call; null for none.</summary>
    public string? SessionId { get; init; }

    /// <summary>True for what no person wrote: a bot's words, a one-time code. Channels that have a word for it say so.</summary>
    public bool IsAutomatic { get; init; }

    /// <summary>The id only: the rest is personal.</summary>
    public override string ToString() => Id.ToString();
}
