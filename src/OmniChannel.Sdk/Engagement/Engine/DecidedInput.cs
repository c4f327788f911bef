namespace OmniChannel.Engagement.Engine;

/// <summary>One input, decided: what is written for it and what begins once that is durable.</summary>
internal sealed record DecidedInput
{
    public required long Sequence { get; init; }

    public required string Kind { get; init; }

    public required DateTimeOffset At { get; init; }

    public required IReadOnlyList<object> Facts { get; init; }

    public ConversationId Conversation { get; init; }

    public long FirstEntry { get; init; }

    /// <summary>What is written for it; null when nothing is.</summary>
    public JournalRow? Journal { get; init; }

    public InboxKey? Inbox { get; init; }

    public required InputOutcome Outcome { get; init; }

    public IReadOnlyList<EffectWork> Work { get; init; } = [];

    /// <summary>Inputs to decide right after it.</summary>
    public IReadOnlyList<EngineInput> FollowUps { get; init; } = [];
}
