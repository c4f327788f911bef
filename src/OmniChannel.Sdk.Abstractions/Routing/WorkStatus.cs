namespace OmniChannel.Routing;

/// <summary>Where a work item is.</summary>
public enum WorkStatus
{
    /// <summary>In a queue.</summary>
    Waiting,

    /// <summary>Proposed to an agent.</summary>
    Offered,

    /// <summary>Held by an agent.</summary>
    Assigned,

    /// <summary>Over.</summary>
    Done,

    /// <summary>Over for the customer; its agent is wrapping up.</summary>
    WrapUp,
}
