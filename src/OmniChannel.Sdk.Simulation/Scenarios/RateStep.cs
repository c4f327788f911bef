namespace OmniChannel.Simulation.Scenarios;

/// <summary>A rate from a time on, until the next step.</summary>
public sealed record RateStep
{
    /// <summary>When it begins, from the start of the period.</summary>
    public required double At { get; init; }

    /// <summary>Arrivals per unit of time; zero for none.</summary>
    public required double Rate { get; init; }
}
