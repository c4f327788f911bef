using System.Diagnostics.CodeAnalysis;

namespace OmniChannel.Routing;

/// <summary>Where work is passed on to. What is null stays as it is.</summary>
[Experimental("OMNI001")]
public readonly record struct WorkTransfer
{
    /// <summary>The queue's index.</summary>
    public int? Queue { get; init; }

    /// <summary>What it asks of an agent from now on, from <see cref="RoutingCore.Compile"/>; null for what the new queue asks. A callback is the same work
    /// under a requirement of another channel: it keeps its place.</summary>
    public int? Requirement { get; init; }

    /// <summary>The priority class's index.</summary>
    public int? Class { get; init; }

    /// <summary>The agent to ask first; null for none.</summary>
    public AgentHandle? Agent { get; init; }

    /// <summary>Until when others are not asked while that agent is present; null to ask them at once.</summary>
    public long? AgentUntil { get; init; }

    /// <summary>Ticks for which the agent who holds it is not asked for it again; null to ask them like others.</summary>
    public long? HolderCooldown { get; init; }

    /// <summary>True forgets who declined or missed it: they are asked again.</summary>
    public bool Afresh { get; init; }

    /// <summary>It is given to nobody before; null keeps the time that it still waits for, one that has passed lets it go at once.</summary>
    public long? NotBefore { get; init; }
}
