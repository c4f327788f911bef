using System.Diagnostics.CodeAnalysis;

namespace OmniChannel.Routing.Policies;

/// <summary>Work and an agent who could take it, as policies see them.</summary>
[Experimental("OMNI001")]
public readonly record struct WorkAgentPair
{
    /// <summary>Now, in the caller's ticks.</summary>
    public long Now { get; init; }

    /// <summary>Ticks the work has waited.</summary>
    public long Wait { get; init; }

    /// <summary>Ticks since the agent held nothing, or got something.</summary>
    public long Idle { get; init; }

    /// <summary>The caller's number of the work.</summary>
    public long Tag { get; init; }

    /// <summary>The agent.</summary>
    public AgentHandle Agent { get; init; }

    /// <summary>The queue's index.</summary>
    public int Queue { get; init; }

    /// <summary>The priority class's index.</summary>
    public int Class { get; init; }

    /// <summary>Capacity in use.</summary>
    public int Load { get; init; }

    /// <summary>Capacity in all.</summary>
    public int Capacity { get; init; }

    /// <summary>The sum of the agent's levels of the required and preferred skills.</summary>
    public int Levels { get; init; }

    /// <summary>The agent's speed.</summary>
    public double ServiceRate { get; init; }

    /// <summary>The prices of the skills that the agent has and the work does not need, added up.</summary>
    public double Price { get; init; }

    /// <summary>How many wait in the work's queue, it included.</summary>
    public int QueueLength { get; init; }

    /// <summary>How many wait in all queues.</summary>
    public int Waiting { get; init; }

    /// <summary>The queue's ratio over the sum of ratios.</summary>
    public double QueueRatio { get; init; }

    /// <summary>What a tick of waiting costs at the margin.</summary>
    public double MarginalCost { get; init; }
}
