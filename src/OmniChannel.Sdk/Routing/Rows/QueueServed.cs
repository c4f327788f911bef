namespace OmniChannel.Routing.Rows;

/// <summary>Work of a queue came to an agent: what the wait of those behind is estimated from.</summary>
internal sealed record QueueServed : RoutingFact
{
    public required QueueName Queue { get; init; }

    public required DateTimeOffset Last { get; init; }

    /// <summary>Smoothed milliseconds between such moments, times 8.</summary>
    public required long Gap { get; init; }

    public required int Count { get; init; }
}
