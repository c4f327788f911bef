namespace OmniChannel.Routing.Rows;

/// <summary>A proposal of a work item to one agent.</summary>
internal sealed record WorkOffer
{
    public required WorkOfferId Id { get; init; }

    public required AgentId Agent { get; init; }

    public required DateTimeOffset OfferedAt { get; init; }

    public required DateTimeOffset ExpiresAt { get; init; }

    /// <summary>Why this agent.</summary>
    public required Explanation Why { get; init; }
}
