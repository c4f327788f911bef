namespace OmniChannel.Simulation.Scenarios;

/// <summary>What a blocked or impatient customer does: comes back, perhaps, after an exponential time.</summary>
public sealed record Retrial
{
    /// <summary>The chance to try again, after each failure.</summary>
    public required double Probability { get; init; }

    /// <summary>Tries per unit of time while away: the mean time away is 1/rate.</summary>
    public required double Rate { get; init; }
}
