using System.Diagnostics.CodeAnalysis;

namespace OmniChannel.Routing;

/// <summary>An agent as they stand.</summary>
[Experimental("OMNI001")]
public readonly record struct AgentLoadView
{
    /// <summary>The agent.</summary>
    public AgentHandle Agent { get; init; }

    /// <summary>A bit for each channel from which the agent takes work at all.</summary>
    public int Present { get; init; }

    /// <summary>A bit for each channel from which the agent could take one more item now.</summary>
    public int Open { get; init; }

    /// <summary>Units of capacity taken by offers, work and wrap-up.</summary>
    public int Load { get; init; }

    /// <summary>Units of capacity in all.</summary>
    public int Capacity { get; init; }

    /// <summary>Offers that are open.</summary>
    public int Offers { get; init; }

    /// <summary>Since when the agent holds nothing, or when they last got something.</summary>
    public long IdleSince { get; init; }
}
