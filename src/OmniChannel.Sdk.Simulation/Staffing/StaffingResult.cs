using OmniChannel.Simulation.Scenarios;

namespace OmniChannel.Simulation.Staffing;

/// <summary>The fewest agents that were found.</summary>
public sealed record StaffingResult
{
    /// <summary>The scenario with the numbers of agents that were found.</summary>
    public required Scenario Scenario { get; init; }

    /// <summary>What the simulation says of it.</summary>
    public required SimulationResult Result { get; init; }

    /// <summary>Everything that was tried, in order.</summary>
    public required IReadOnlyList<StaffingStep> Tried { get; init; }

    /// <summary>Agents in all.</summary>
    public int Agents => Scenario.Agents.Sum(g => g.Count);
}
