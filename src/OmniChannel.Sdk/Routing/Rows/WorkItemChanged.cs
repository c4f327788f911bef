namespace OmniChannel.Routing.Rows;

/// <summary>A work item changed.</summary>
internal sealed record WorkItemChanged : RoutingFact
{
    public required WorkItemSnapshot Item { get; init; }

    public required WorkCause Cause { get; init; }

    /// <summary>Who had it before, or was asked; empty for nobody.</summary>
    public AgentId By { get; init; }
}
