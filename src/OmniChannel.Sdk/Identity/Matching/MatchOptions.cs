using System.Diagnostics.CodeAnalysis;

namespace OmniChannel.Identity.Matching;

/// <summary>How a set of records is matched.</summary>
[Experimental("OMNI001")]
public sealed record MatchOptions
{
    /// <summary>The share of accepted pairs that shall be right, over 0 and under 1; the threshold follows from it.</summary>
    /// <value>Default 0.99.</value>
    public double Precision { get; init; } = 0.99;

    /// <summary>How many pairs are compared at most, as a multiple of the number of records.</summary>
    /// <value>Default 20.</value>
    public int PairsPerRecord { get; init; } = 20;

    /// <summary>A model learned before, for the same fields; with it nothing is trained.</summary>
    /// <value>Default null: learn from the records.</value>
    public MatchModel? Model { get; init; }

    /// <summary>Threads used; the result does not depend on it.</summary>
    /// <value>Default: one a processor.</value>
    public int MaxDegreeOfParallelism { get; init; } = Environment.ProcessorCount;
}
