namespace OmniChannel.Routing.Rows;

/// <summary>Why a work item changed.</summary>
internal enum WorkCause
{
    /// <summary>It came into a queue.</summary>
    Queued,

    /// <summary>It was proposed to an agent.</summary>
    Offered,

    /// <summary>The agent took it.</summary>
    Accepted,

    /// <summary>The agent declined.</summary>
    Declined,

    /// <summary>The offer ran out.</summary>
    Expired,

    /// <summary>The offer or the item was taken back: the caller hung up, the conversation was closed or joined.</summary>
    Withdrawn,

    /// <summary>It was passed to an agent or a queue.</summary>
    Transferred,

    /// <summary>It was passed up.</summary>
    Escalated,

    /// <summary>The agent gave it back to its queue.</summary>
    Released,

    /// <summary>A call came in and it rings again.</summary>
    Ringing,

    /// <summary>It waited long enough to move to the next queue.</summary>
    Overflowed,

    /// <summary>A cool-down or a preference ended; agents are considered anew.</summary>
    Resumed,

    /// <summary>Its call is over; it stays with its agent and weighs less.</summary>
    Lightened,

    /// <summary>It is done.</summary>
    Completed,

    /// <summary>It went to the agent without being proposed.</summary>
    Assigned,

    /// <summary>It waits for its time, or for its preferred agent alone.</summary>
    Held,

    /// <summary>Less is asked of agents from now on.</summary>
    Relaxed,

    /// <summary>The agent finished and is wrapping up.</summary>
    WrapUpStarted,

    /// <summary>The customer asked again on another channel; it comes sooner.</summary>
    FollowedUp,

    /// <summary>More is known of the conversation or its customer; its priority is another.</summary>
    Prioritised,
}
