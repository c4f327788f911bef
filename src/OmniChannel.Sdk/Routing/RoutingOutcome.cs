using System.Diagnostics.CodeAnalysis;

namespace OmniChannel.Routing;

/// <summary>What became of a command.</summary>
[Experimental("OMNI001")]
public enum RoutingOutcome
{
    /// <summary>It was done.</summary>
    Done,

    /// <summary>The work is done, cancelled or was never there.</summary>
    Gone,

    /// <summary>The epoch is older than the work's: it has changed hands since.</summary>
    Stale,

    /// <summary>The agent was not asked for this work, or not any more.</summary>
    NotOffered,

    /// <summary>The work is not with an agent.</summary>
    NotAssigned,

    /// <summary>The agent has no room, is not present, or lacks what the work asks for.</summary>
    NotEligible,

    /// <summary>Nothing was there to take.</summary>
    Nothing,
}
