using System.Diagnostics.CodeAnalysis;

namespace OmniChannel.Routing;

/// <summary>An agent of one <see cref="RoutingCore"/>: dense, from 0, in the order they were added; never reused.</summary>
[Experimental("OMNI001")]
public readonly record struct AgentHandle
{
    /// <summary>Makes the handle of the agent that was added so many others later.</summary>
    public AgentHandle(int index) => Index = index;

    /// <summary>Nobody.</summary>
    public static AgentHandle None => new(-1);

    /// <summary>The place in arrays of the caller; -1 for nobody.</summary>
    public int Index { get; }
}
