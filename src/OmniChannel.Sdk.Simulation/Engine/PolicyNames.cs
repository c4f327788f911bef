namespace OmniChannel.Simulation.Engine;

/// <summary>The policies a scenario can name.</summary>
internal static class PolicyNames
{
    public static IReadOnlyList<string> All { get; } = ["longest-idle"];
}
