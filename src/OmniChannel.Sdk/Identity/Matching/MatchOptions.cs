using System.Diagnostics.CodeAnalysis;

namespace OmniChannel.Identity.Matching;

/// <summary>How a set of records is matched.</summary>
[Experimental("OMNI001")]
public sealed record MatchOptions
{
    /// <summary>The share of accepted pairs that shall be right, over 0 and under 1; the threshold follows from it. Where the records say too
    /// little for it, what comes nearest is taken, see <see cref="MatchResult.ExpectedPrecision"/>.</summary>
    /// <value>Default 0.99.</value>
    /// <exception cref="ArgumentOutOfRangeException">It is not over 0 and under 1.</exception>
    public double Precision
    {
        get;
        init => field = value is > 0 and < 1
            ? value
            : throw new ArgumentOutOfRangeException(nameof(Precision), value, "Precision is a share over 0 and under 1: set it to 0.99, or lower to find more pairs.");
    } = 0.99;

    /// <summary>How many pairs are compared at most, as a multiple of the number of records.</summary>
    /// <value>Default 20; 1 to 10,000.</value>
    /// <exception cref="ArgumentOutOfRangeException">It is not from 1 to 10,000.</exception>
    public int PairsPerRecord
    {
        get;
        init => field = value is >= 1 and <= 10_000
            ? value
            : throw new ArgumentOutOfRangeException(nameof(PairsPerRecord), value, "PairsPerRecord is from 1 to 10,000: set it to 20, or higher where a person has many records.");
    } = 20;

    /// <summary>A model learned before, for the same fields; with it nothing is trained.</summary>
    /// <value>Default null: learn from the records.</value>
    public MatchModel? Model { get; init; }

    /// <summary>Threads used; the result does not depend on it.</summary>
    /// <value>Default: one a processor; 1 to 1,024.</value>
    /// <exception cref="ArgumentOutOfRangeException">It is not from 1 to 1,024.</exception>
    public int MaxDegreeOfParallelism
    {
        get;
        init => field = value is >= 1 and <= 1024
            ? value
            : throw new ArgumentOutOfRangeException(nameof(MaxDegreeOfParallelism), value, "MaxDegreeOfParallelism is from 1 to 1,024: leave it out for one thread a processor.");
    } = Math.Min(Environment.ProcessorCount, 1024);
}
