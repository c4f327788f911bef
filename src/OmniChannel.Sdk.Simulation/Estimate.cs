namespace OmniChannel.Simulation;

/// <summary>A simulated quantity with the half-width of its 99.9% confidence interval.</summary>
public readonly record struct Estimate
{
    /// <summary>The estimate; not a number when nothing was counted that it could be of.</summary>
    public required double Value { get; init; }

    /// <summary>Half of the width of the 99.9% interval around it; not a number when one run alone cannot tell.</summary>
    public required double Ci999 { get; init; }

    /// <summary>Whether a value lies inside the interval.</summary>
    public bool Covers(double value) => Math.Abs(value - Value) <= Ci999;
}
