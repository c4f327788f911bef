namespace OmniChannel.Routing;

/// <summary>A proposal of a work item to one agent.</summary>
public sealed record WorkOffer
{
    /// <summary>The offer.</summary>
    public required WorkOfferId Id { get; init; }

    /// <summary>Who is asked.</summary>
    public required AgentId Agent { get; init; }

    /// <summary>Since when.</summary>
    public required DateTimeOffset OfferedAt { get; init; }

    /// <summary>Until when.</summary>
    public required DateTimeOffset ExpiresAt { get; init; }

    /// <summary>Why this agent.</summary>
    public required Explanation Why { get; init; }
}
