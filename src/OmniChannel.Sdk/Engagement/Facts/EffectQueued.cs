namespace OmniChannel.Engagement.Facts;

/// <summary>I/O is to be done. What it needs of personal values is in the payload.</summary>
internal sealed record EffectQueued : EngineFact
{
    public required EffectId Effect { get; init; }

    public required EffectKind Kind { get; init; }

    public ConversationId Conversation { get; init; }

    public int Attempt { get; init; } = 1;

    public required DateTimeOffset Deadline { get; init; }

    public DateTimeOffset? NotBefore { get; init; }

    public long Atom { get; init; }

    public ChannelAccountId? Account { get; init; }

    public string? SessionId { get; init; }

    public Locale Locale { get; init; }
}
