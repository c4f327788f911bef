namespace OmniChannel.Simulation.Scenarios;

/// <summary>A random duration, in the scenario's unit of time.</summary>
public sealed record DurationModel
{
    /// <summary>Exponential with mean 1.</summary>
    public static DurationModel Unit { get; } = new();

    /// <summary>Its shape.</summary>
    /// <value>Default exponential.</value>
    public DurationKind Kind { get; init; }

    /// <summary>The mean; for <see cref="DurationKind.Empirical"/> the values decide.</summary>
    /// <value>Default 1.</value>
    public double Mean { get; init; } = 1;

    /// <summary>Standard deviation over mean, for lognormal and gamma.</summary>
    /// <value>Default 1.</value>
    public double Cv { get; init; } = 1;

    /// <summary>The recorded values of an empirical duration.</summary>
    public IReadOnlyList<double> Values { get; init; } = [];

    /// <summary>The mean of what is drawn.</summary>
    public double TrueMean => Kind == DurationKind.Empirical ? Values.Average() : Mean;
}
