namespace OmniChannel.Conversations;

/// <summary>A step of the passing of a conversation between bots, queues, teams and agents.</summary>
public enum HandOffStep
{
    /// <summary>A bot gives it up: people should take over.</summary>
    Requested,

    /// <summary>It came into a queue.</summary>
    Queued,

    /// <summary>It was offered to an agent.</summary>
    Offered,

    /// <summary>An agent or a bot took it.</summary>
    Accepted,

    /// <summary>The agent who was asked declined.</summary>
    Refused,

    /// <summary>The agent who was asked did not answer in time.</summary>
    TimedOut,

    /// <summary>The offer was taken back: the agent went away, or it was passed elsewhere meanwhile.</summary>
    Withdrawn,

    /// <summary>The agent gave it back to its queue, or their phone did not answer.</summary>
    Released,

    /// <summary>The agent passed it to a colleague, a queue, a team or a bot.</summary>
    Transferred,

    /// <summary>The agent passed it up.</summary>
    Escalated,

    /// <summary>A rule of its queue moved it on.</summary>
    Overflowed,

    /// <summary>The customer rings, so that it is asked for again.</summary>
    Ringing,
}
