namespace OmniChannel.Simulation.Scenarios;

/// <summary>An arrival process other than Poisson at one rate.</summary>
public sealed record ArrivalModel
{
    /// <summary>Poisson at the class's rate.</summary>
    public static ArrivalModel Poisson { get; } = new();

    /// <summary>Its kind.</summary>
    /// <value>Default Poisson.</value>
    public ArrivalKind Kind { get; init; }

    /// <summary>Rates of a piecewise process by time; the first begins at 0.</summary>
    public IReadOnlyList<RateStep> Steps { get; init; } = [];

    /// <summary>After which the steps begin again; null: the last one stays.</summary>
    public double? Period { get; init; }

    /// <summary>How long a drawn factor of a doubly stochastic process holds.</summary>
    /// <value>Default 1.</value>
    public double Interval { get; init; } = 1;

    /// <summary>The factor's coefficient of variation.</summary>
    /// <value>Default 0.3.</value>
    public double Cv { get; init; } = 0.3;

    /// <summary>Recorded times of a replay, in order.</summary>
    public IReadOnlyList<double> Times { get; init; } = [];
}
