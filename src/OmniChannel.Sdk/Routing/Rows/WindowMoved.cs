namespace OmniChannel.Routing.Rows;

/// <summary>A batch window opened, or was decided.</summary>
internal sealed record WindowMoved : RoutingFact
{
    /// <summary>When it is decided; null for none open.</summary>
    public DateTimeOffset? Until { get; init; }
}
