using System.Diagnostics.CodeAnalysis;

namespace OmniChannel.Routing;

/// <summary>Where a work item is.</summary>
[Experimental("OMNI001")]
public enum WorkPhase
{
    /// <summary>Done, cancelled or never there.</summary>
    Gone,

    /// <summary>It waits for its time.</summary>
    Deferred,

    /// <summary>It waits for its preferred agent alone.</summary>
    Reserved,

    /// <summary>It waits in its queue.</summary>
    Waiting,

    /// <summary>One or more agents are asked.</summary>
    Offered,

    /// <summary>An agent holds it.</summary>
    Assigned,

    /// <summary>An agent is wrapping up.</summary>
    WrapUp,
}
