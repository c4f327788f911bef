using OmniChannel.Customers;

namespace OmniChannel.Conversations;

/// <summary>What goes along when a conversation is passed on, so that nobody asks again.</summary>
public sealed record HandOffPacket
{
    /// <summary>When it was last passed on.</summary>
    public required DateTimeOffset At { get; init; }

    /// <summary>Who passed it on.</summary>
    public required ParticipantKind From { get; init; }

    /// <summary>The name of the bot or agent; null for a rule of the queue.</summary>
    public string? FromName { get; init; }

    /// <summary>The queue it went to; null when a bot got it.</summary>
    public string? Queue { get; init; }

    /// <summary>The team within the queue; null for whom the queue asks.</summary>
    public string? Team { get; init; }

    /// <summary>The agent or bot who should get it or has it; null for whoever takes it.</summary>
    public string? ToName { get; init; }

    /// <summary>Why, as a stable word: a bot's reason, or <c>transferred</c>, <c>escalated</c>, <c>released</c>, <c>overflowed</c>.</summary>
    public required string Reason { get; init; }

    /// <summary>Why, in one sentence; null for nothing to say.</summary>
    public string? ReasonText { get; init; }

    /// <summary>What the customer is after, as a word of the application's; null for unknown.</summary>
    public string? Intent { get; init; }

    /// <summary>What the customer wants, in one line; null for unknown.</summary>
    public string? Summary { get; init; }

    /// <summary>What was collected.</summary>
    public required IReadOnlyList<ValueView> Collected { get; init; }

    /// <summary>What was tried since the conversation was opened, in order: hand-offs, offers and what became of them; at most the last 50.</summary>
    public required IReadOnlyList<HandOffAttempt> Attempts { get; init; }

    /// <summary>What was said, in order; at most the last 50 messages and notes.</summary>
    public required IReadOnlyList<EntryView> Transcript { get; init; }
}
