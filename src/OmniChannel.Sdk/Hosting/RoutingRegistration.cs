namespace OmniChannel.Hosting;

/// <summary>One change of the routing options: they come in, and what comes out goes on.</summary>
internal sealed record RoutingRegistration
{
    public required Func<RoutingOptions, RoutingOptions> Change { get; init; }
}
