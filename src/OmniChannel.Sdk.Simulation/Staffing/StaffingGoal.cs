namespace OmniChannel.Simulation.Staffing;

/// <summary>What a staffing must reach: a service level, and if wanted a limit of abandonment.</summary>
public sealed record StaffingGoal
{
    /// <summary>The share of admitted contacts that must be served within <see cref="Within"/>, from 0 to 1.</summary>
    public required double Level { get; init; }

    /// <summary>The wait that still counts, in the scenario's unit of time.</summary>
    public required double Within { get; init; }

    /// <summary>The largest share that may give up; null: any.</summary>
    public double? MostAbandoned { get; init; }

    /// <summary>True: every class must reach it, not only all of them together.</summary>
    /// <value>Default false.</value>
    public bool EachClass { get; init; }

    /// <summary>Names of the groups whose numbers may change; empty: all.</summary>
    public IReadOnlyList<string> Groups { get; init; } = [];
}
