using System.Diagnostics.CodeAnalysis;

namespace OmniChannel.Routing;

/// <summary>A work item as it stands.</summary>
[Experimental("OMNI001")]
public readonly record struct WorkItemView
{
    /// <summary>The item.</summary>
    public WorkHandle Work { get; init; }

    /// <summary>Where it is.</summary>
    public WorkPhase Phase { get; init; }

    /// <summary>The caller's number.</summary>
    public long Tag { get; init; }

    /// <summary>The queue's index.</summary>
    public int Queue { get; init; }

    /// <summary>The class's index.</summary>
    public int Class { get; init; }

    /// <summary>The requirement's handle.</summary>
    public int Requirement { get; init; }

    /// <summary>The ring of the requirement that holds, from 0.</summary>
    public int Ring { get; init; }

    /// <summary>Since when it waits for the customer's sake.</summary>
    public long Since { get; init; }

    /// <summary>Who holds it; nobody otherwise.</summary>
    public AgentHandle Agent { get; init; }

    /// <summary>The assignment epoch: goes up with every offer and change of hands.</summary>
    public int Epoch { get; init; }

    /// <summary>How often an agent declined it or let it lapse.</summary>
    public int Refusals { get; init; }
}
