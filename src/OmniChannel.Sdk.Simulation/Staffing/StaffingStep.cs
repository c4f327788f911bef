namespace OmniChannel.Simulation.Staffing;

/// <summary>A staffing that was tried.</summary>
public sealed record StaffingStep
{
    /// <summary>Agents by group, in the scenario's order.</summary>
    public required IReadOnlyList<int> Counts { get; init; }

    /// <summary>The service level it reached: of all contacts, or of the class that is worst off. Not a number when nobody serves some class.</summary>
    public required Estimate Level { get; init; }

    /// <summary>Whether that met the goal.</summary>
    public required bool Meets { get; init; }
}
