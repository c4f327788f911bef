namespace OmniChannel.Routing.Rows;

/// <summary>Where an item is passed on to, and by whom. It keeps its age and its order of arrival.</summary>
internal sealed record WorkMove
{
    public required WorkCause Cause { get; init; }

    /// <summary>Who passes it on; empty for nobody.</summary>
    public AgentId By { get; init; }

    /// <summary>The queue; null to stay.</summary>
    public QueueName? Queue { get; init; }

    /// <summary>The team within the queue; null for what the queue asks.</summary>
    public string? Team { get; init; }

    /// <summary>The agent to ask first; empty for none.</summary>
    public AgentId Agent { get; init; }

    /// <summary>The medium from now on; null to stay.</summary>
    public ChannelMedium? Medium { get; init; }

    /// <summary>True gives it the next priority class up.</summary>
    public bool Raise { get; init; }

    /// <summary>True forgets who declined it.</summary>
    public bool Afresh { get; init; }

    /// <summary>True does not ask whoever holds it for a while.</summary>
    public bool SparesHolder { get; init; }
}
