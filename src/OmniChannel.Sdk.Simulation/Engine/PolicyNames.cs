using OmniChannel.Routing.Policies;

namespace OmniChannel.Simulation.Engine;

/// <summary>The policies a scenario can name.</summary>
internal static class PolicyNames
{
    public static IReadOnlyList<string> All { get; } = ["longest-idle", "round-robin", "least-loaded", "most-capable"];

    public static RoutingPolicy Policy(string name) => name switch
    {
        "round-robin" => new RoundRobinPolicy(),
        "least-loaded" => new LeastLoadedPolicy(),
        "most-capable" => new MostCapablePolicy(),
        _ => new LongestIdlePolicy(),
    };
}
