namespace OmniChannel.Routing.Rows;

/// <summary>An agent signed in, or changed profile or presence.</summary>
internal sealed record AgentChanged : RoutingFact
{
    public required AgentSnapshot Agent { get; init; }
}
