namespace OmniChannel.Simulation;

/// <summary>What a simulation found.</summary>
public sealed record SimulationResult
{
    /// <summary>The scenario that was simulated.</summary>
    public required Scenarios.Scenario Scenario { get; init; }

    /// <summary>All classes together.</summary>
    public required Measures Overall { get; init; }

    /// <summary>By class name, in the scenario's order.</summary>
    public required IReadOnlyList<KeyValuePair<string, Measures>> Classes { get; init; }
}
