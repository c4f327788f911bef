using System.Diagnostics.CodeAnalysis;

namespace OmniChannel.Routing;

/// <summary>What happened.</summary>
[Experimental("OMNI001")]
public enum WorkFactKind
{
    /// <summary>No fact.</summary>
    None,

    /// <summary>Work came into a queue and waits.</summary>
    Enqueued,

    /// <summary>Work waits for its time or for its preferred agent alone, until <see cref="WorkFact.Until"/>.</summary>
    Held,

    /// <summary>A hold is over; the work waits for everybody.</summary>
    Resumed,

    /// <summary>Work was proposed to an agent, until <see cref="WorkFact.Until"/>.</summary>
    Offered,

    /// <summary>The agent who was asked took it.</summary>
    Accepted,

    /// <summary>The agent declined; the work waits again unless others are still asked.</summary>
    Declined,

    /// <summary>The agent did not answer in time.</summary>
    Expired,

    /// <summary>The proposal was taken back.</summary>
    Withdrawn,

    /// <summary>Work went to an agent without a proposal.</summary>
    Assigned,

    /// <summary>An agent finished; wrap-up goes on taking capacity until <see cref="WorkFact.Until"/>.</summary>
    WrapUpStarted,

    /// <summary>Work is done and its agent has the capacity back.</summary>
    Completed,

    /// <summary>Work left before an agent had it: the customer hung up, or it is not needed any more.</summary>
    Cancelled,

    /// <summary>An agent gave work back; it waits again.</summary>
    Returned,

    /// <summary>Work was passed to another queue.</summary>
    Transferred,

    /// <summary>A rule of the queue moved work to another queue.</summary>
    Escalated,

    /// <summary>The next ring of the requirement holds.</summary>
    Relaxed,

    /// <summary>A cool-down between work and an agent is over.</summary>
    CooledDown,

    /// <summary>An agent's presence changed; <see cref="WorkFact.Value"/> has a bit for each channel.</summary>
    PresenceChanged,

    /// <summary>An agent takes a break until <see cref="WorkFact.Until"/>.</summary>
    ReliefStarted,

    /// <summary>An agent's break is over.</summary>
    ReliefEnded,

    /// <summary>An agent's shift ends at <see cref="WorkFact.Until"/>.</summary>
    ShiftSet,

    /// <summary>An agent's shift is over: no more work, what is held stays.</summary>
    ShiftEnded,

    /// <summary>A batch window began; it closes at <see cref="WorkFact.Until"/>.</summary>
    WindowOpened,

    /// <summary>A batch window was decided.</summary>
    WindowClosed,

    /// <summary>Work that an agent holds goes on under another requirement.</summary>
    Converted,

    /// <summary>Work is of another priority class from now on.</summary>
    Prioritised,
}
