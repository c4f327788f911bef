namespace OmniChannel.Routing.Rows;

/// <summary>An agent who declined or missed an item is not asked again for a while.</summary>
internal sealed record Cooldown
{
    public required AgentId Agent { get; init; }

    public required DateTimeOffset Until { get; init; }
}
