namespace OmniChannel.Simulation.Scenarios;

/// <summary>The shape of a random duration.</summary>
public enum DurationKind
{
    /// <summary>Exponential: most of the exact queueing formulas assume it.</summary>
    Exponential,

    /// <summary>Lognormal: what talk times look like (a coefficient of variation of 1.2 to 1.3 is usual).</summary>
    Lognormal,

    /// <summary>Gamma: a coefficient of variation below 1 gives regular times, above 1 scattered ones.</summary>
    Gamma,

    /// <summary>Always the mean.</summary>
    Constant,

    /// <summary>One of the recorded values, each as likely.</summary>
    Empirical,
}
