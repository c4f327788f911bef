namespace OmniChannel.Simulation.Rehearsals;

/// <summary>The same day as it was and under other rules.</summary>
public sealed record RehearsalResult
{
    /// <summary>What was recorded, by the same definitions; null when outcomes were not recorded. Its numbers have no intervals and no occupancy.</summary>
    public SimulationResult? Recorded { get; init; }

    /// <summary>The day under the scenario's rules.</summary>
    public required SimulationResult Rehearsed { get; init; }

    /// <summary>Contact by contact, in the order they came.</summary>
    public required IReadOnlyList<RehearsedContact> Contacts { get; init; }
}
