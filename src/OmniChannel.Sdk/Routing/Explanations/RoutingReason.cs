using System.Diagnostics.CodeAnalysis;

namespace OmniChannel.Routing.Explanations;

/// <summary>What an explanation comes to.</summary>
[Experimental("OMNI001")]
public enum RoutingReason
{
    /// <summary>The work is not there.</summary>
    Gone,

    /// <summary>It was given by the policy.</summary>
    Chosen,

    /// <summary>It waits for its time.</summary>
    NotBefore,

    /// <summary>It waits for its preferred agent.</summary>
    WaitsForPreferred,

    /// <summary>Its queue gives nothing away: agents take from it.</summary>
    PullOnly,

    /// <summary>It waits for the end of the batch window.</summary>
    WaitsForWindow,

    /// <summary>No agent is present on its channel: somebody must come.</summary>
    NobodyPresent,

    /// <summary>Nobody present has what it asks for: somebody who has must come, or the next ring.</summary>
    NobodySkilled,

    /// <summary>All who could take it have no room: one of them must finish something.</summary>
    AllBusy,

    /// <summary>All with room declined it or let it lapse, and are not asked yet.</summary>
    AllDeclined,

    /// <summary>Somebody could take it, and the policy holds it back.</summary>
    HeldBack,

    /// <summary>It was given to the agent whom it prefers.</summary>
    Preferred,

    /// <summary>The agent picked it (<see cref="RoutingCore.Claim"/>).</summary>
    Claimed,

    /// <summary>The agent asked for work, and it was the most urgent (<see cref="RoutingCore.Pull"/>).</summary>
    Pulled,
}
