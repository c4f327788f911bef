namespace OmniChannel.Simulation.Scenarios;

/// <summary>How contacts come in.</summary>
public enum ArrivalKind
{
    /// <summary>Poisson at the class's rate.</summary>
    Poisson,

    /// <summary>Poisson at a rate that changes in steps, repeated after the period.</summary>
    Piecewise,

    /// <summary>Poisson at a rate that is itself random: a gamma factor of mean 1 drawn for each interval.</summary>
    DoublyStochastic,

    /// <summary>At recorded times.</summary>
    Replay,
}
