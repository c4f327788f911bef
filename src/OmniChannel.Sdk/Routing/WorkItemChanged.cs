using System.Diagnostics.CodeAnalysis;

namespace OmniChannel.Routing;

/// <summary>A work item changed.</summary>
[Experimental("OMNI001")]
public sealed record WorkItemChanged : RoutingFact
{
    /// <summary>The item as it is now.</summary>
    public required WorkItemSnapshot Item { get; init; }

    /// <summary>Why.</summary>
    public required WorkCause Cause { get; init; }

    /// <summary>Who had it before, or was asked; empty for nobody.</summary>
    public AgentId By { get; init; }
}
