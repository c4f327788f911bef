using System.Text.Json.Serialization;

namespace OmniChannel.Conversations;

/// <summary>
/// What deciding about a conversation needs, and nothing of its timeline. Immutable; at most about a kilobyte. Values that came from the
/// customer are here because folding put them here, and go when the customer is erased.
/// </summary>
[JsonConverter(typeof(ConversationRow))]
internal sealed record ConversationState
{
    public required ConversationId Id { get; init; }

    /// <summary>The atom that opened it.</summary>
    public required long Atom { get; init; }

    public bool IsOpen { get; init; } = true;

    public required DateTimeOffset OpenedAt { get; init; }

    public DateTimeOffset? ClosedAt { get; init; }

    public DateTimeOffset LastAt { get; init; }

    /// <summary>The last place in the gap-free sequence.</summary>
    public long LastSequence { get; init; }

    /// <summary>The conversation that this one became part of; empty for none.</summary>
    public ConversationId JoinedInto { get; init; }

    /// <summary>What became part of this one, of those as well.</summary>
    public ImmutableArray<ConversationId> Joined { get; init; } = [];

    /// <summary>What it was part of once, or what was part of it, and no longer is: entries of either may be in the other.</summary>
    public ImmutableArray<ConversationId> Apart { get; init; } = [];

    public Locale Locale { get; init; }

    public ImmutableArray<LegState> Legs { get; init; } = [];

    /// <summary>Index of the leg that the customer last wrote or spoke on; -1 before.</summary>
    public int InboundLeg { get; init; } = -1;

    public DateTimeOffset? LastInboundAt { get; init; }

    /// <summary>Since when the customer waits for a word of ours; null when they do not.</summary>
    public DateTimeOffset? UnansweredSince { get; init; }

    public DateTimeOffset? FirstResponseAt { get; init; }

    public ImmutableArray<SlotState> Slots { get; init; } = [];

    /// <summary>How often somebody asked for what was known already.</summary>
    public int AskedTwice { get; init; }

    /// <summary>How often the customer came by another channel because they had waited in vain.</summary>
    public int RepeatContacts { get; init; }

    /// <summary>What we asked and wait for; null for nothing.</summary>
    public QuestionState? Question { get; init; }

    /// <summary>What the customer wants, in one line: the open question that an agent sees.</summary>
    public string? Need { get; init; }

    /// <summary>The customer that the conversation was said to be of; null before.</summary>
    public string? RecognisedAs { get; init; }

    public BotState? Bot { get; init; }

    public VerificationState? Verification { get; init; }

    public CallState? Call { get; init; }

    /// <summary>Subject and message ids, on channels with threads.</summary>
    public MessageThread? Thread { get; init; }

    public ReplyHandle? ReplyHandle { get; init; }

    public LegState? CurrentLeg => Legs.IsEmpty ? null : Legs[^1];

    public string? Slot(string name) => Slots.FirstOrDefault(s => s.Name == name)?.Value;
}
