using System.Diagnostics.CodeAnalysis;

namespace OmniChannel.Routing;

/// <summary>Work to be routed.</summary>
[Experimental("OMNI001")]
public readonly record struct WorkRequest
{
    /// <summary>The queue, by its place in the options.</summary>
    public int Queue { get; init; }

    /// <summary>What it asks of an agent, from <see cref="RoutingCore.Compile"/>; 0 for what the queue asks.</summary>
    public int Requirement { get; init; }

    /// <summary>The priority class by its place in the options; null for the queue's.</summary>
    public int? Class { get; init; }

    /// <summary>Since when it waits for the customer's sake; null for now. Kept over transfers.</summary>
    public long? Since { get; init; }

    /// <summary>By when it should be served; null for what its class says.</summary>
    public long? Due { get; init; }

    /// <summary>It is given to nobody before; null for at once.</summary>
    public long? NotBefore { get; init; }

    /// <summary>The agent to ask first; null for none.</summary>
    public AgentHandle? Preferred { get; init; }

    /// <summary>Until when others are not asked while the preferred agent is present; null to ask others at once when that agent cannot take it.</summary>
    public long? PreferredUntil { get; init; }

    /// <summary>True counts towards the agent's relief.</summary>
    public bool Heavy { get; init; }

    /// <summary>A number of the caller's, handed back in every fact.</summary>
    public long Tag { get; init; }
}
