using System.Diagnostics.CodeAnalysis;

namespace OmniChannel.Routing;

/// <summary>An agent signed in, changed presence, or got or gave back work.</summary>
[Experimental("OMNI001")]
public sealed record AgentChanged : RoutingFact
{
    /// <summary>The agent as they are now.</summary>
    public required AgentSnapshot Agent { get; init; }
}
