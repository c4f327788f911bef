namespace OmniChannel.Routing;

/// <summary>An agent who declined or missed an item is not asked again for a while.</summary>
public sealed record Cooldown
{
    /// <summary>The agent.</summary>
    public required AgentId Agent { get; init; }

    /// <summary>Until when.</summary>
    public required DateTimeOffset Until { get; init; }
}
