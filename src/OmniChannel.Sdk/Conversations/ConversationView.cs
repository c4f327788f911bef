using OmniChannel.Customers;
using OmniChannel.Routing;

namespace OmniChannel.Conversations;

/// <summary>All that an agent should see of a conversation, before and after taking it.</summary>
public sealed record ConversationView
{
    /// <summary>The conversation.</summary>
    public required ConversationId Id { get; init; }

    /// <summary>False once closed.</summary>
    public required bool IsOpen { get; init; }

    /// <summary>Who it is with.</summary>
    public required CustomerView Customer { get; init; }

    /// <summary>The runs on channels, in order.</summary>
    public required IReadOnlyList<LegView> Legs { get; init; }

    /// <summary>What the customer wants or waits for; null for nothing.</summary>
    public string? OpenQuestion { get; init; }

    /// <summary>What was collected, so that nobody asks again.</summary>
    public required IReadOnlyList<ValueView> Collected { get; init; }

    /// <summary>How often somebody asked for what was known already.</summary>
    public required int AskedTwice { get; init; }

    /// <summary>How often the customer came by another channel when they had waited five minutes or longer for our answer; 0 again once we said something.</summary>
    public int RepeatContacts { get; init; }

    /// <summary>The whole timeline by the time things happened; at most the last 500 entries.</summary>
    public required IReadOnlyList<EntryView> Entries { get; init; }

    /// <summary>What goes along with it; null before it was first passed on.</summary>
    public HandOffPacket? HandOff { get; init; }

    /// <summary>The live call's phase (<c>waiting</c>, <c>connecting</c>, <c>connected</c>); null when there is none.</summary>
    public string? Call { get; init; }

    /// <summary>Since when the customer waits for a word of ours; null when they do not.</summary>
    public DateTimeOffset? UnansweredSince { get; init; }

    /// <summary>Where its work is; null when nobody has it or waits for it.</summary>
    public WorkStatus? Work { get; init; }

    /// <summary>The queue of its work; null when there is none.</summary>
    public string? Queue { get; init; }

    /// <summary>Who holds it: an agent's or a bot's id; null for nobody.</summary>
    public string? Owner { get; init; }

    /// <summary>The assignment epoch, for commands.</summary>
    public long Epoch { get; init; }

    /// <summary>Why its agent has it, in one sentence; null for nobody.</summary>
    public string? Why { get; init; }
}
