namespace OmniChannel.Conversations;

/// <summary>What an entry of the timeline is.</summary>
public enum EntryKind
{
    /// <summary>Somebody said something.</summary>
    Message,

    /// <summary>A private note between agents; never leaves for a customer's channel.</summary>
    Note,

    /// <summary>A run on a channel began: the first, or a switch.</summary>
    LegStarted,

    /// <summary>How far a message came.</summary>
    Delivery,

    /// <summary>Something worth knowing was collected: an answer, an order number.</summary>
    Collected,

    /// <summary>A bot, an agent or a rule passed the conversation on.</summary>
    HandOff,

    /// <summary>The conversation waits in a queue.</summary>
    Queued,

    /// <summary>It was offered to an agent.</summary>
    Offered,

    /// <summary>An offer was declined, expired or withdrawn.</summary>
    OfferEnded,

    /// <summary>An agent or a bot holds it.</summary>
    Assigned,

    /// <summary>Proof was asked for, given or failed.</summary>
    Verification,

    /// <summary>We know now, or no longer, who this is.</summary>
    Recognised,

    /// <summary>A call began, was connected or ended.</summary>
    Call,

    /// <summary>The customer came or left.</summary>
    Presence,

    /// <summary>Messages were allowed or forbidden.</summary>
    Consent,

    /// <summary>Another conversation became part of this one.</summary>
    Joined,

    /// <summary>It was closed.</summary>
    Closed,

    /// <summary>It was opened again.</summary>
    Reopened,

    /// <summary>Something verified that nobody could read, or an input that failed.</summary>
    Unreadable,

    /// <summary>A conversation that had become part of this one stands alone again.</summary>
    Parted,
}
