namespace OmniChannel.Engagement.Effects;

/// <summary>A durable intention to do I/O, with an attempt and a deadline.</summary>
internal sealed record EffectState
{
    public required EffectId Id { get; init; }

    public required EffectKind Kind { get; init; }

    public ConversationId Conversation { get; init; }

    public int Attempt { get; init; } = 1;

    /// <summary>When it counts as failed; null while it waits for <see cref="NotBefore"/>.</summary>
    public required DateTimeOffset Deadline { get; init; }

    public DateTimeOffset? NotBefore { get; init; }

    public BotCue? Cue { get; init; }

    public Identifier? Identifier { get; init; }

    public long Atom { get; init; }

    public ChannelAddress? Address { get; init; }

    public CallCommand? Command { get; init; }

    public string? SessionId { get; init; }

    public Locale Locale { get; init; }
}
