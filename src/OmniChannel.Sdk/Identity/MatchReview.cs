using System.Diagnostics.CodeAnalysis;
using OmniChannel.Identity.Matching;

namespace OmniChannel.Identity;

/// <summary>Two records that may be one person's, and why. Holds no value of them.</summary>
[Experimental("OMNI001")]
public sealed record MatchReview
{
    /// <summary>The one record, by the id that it began with.</summary>
    public required CustomerId First { get; init; }

    /// <summary>The other record.</summary>
    public required CustomerId Second { get; init; }

    /// <summary>The customer that the first record belongs to now.</summary>
    public required CustomerId FirstCustomer { get; init; }

    /// <summary>The customer that the second record belongs to now.</summary>
    public required CustomerId SecondCustomer { get; init; }

    /// <summary>The chance that they are one person, from 0 to 1.</summary>
    public required double Probability { get; init; }

    /// <summary>How strongly, in bits; the bars add up to it, but for rounding.</summary>
    public required double Bits { get; init; }

    /// <summary>The bits from which on the matcher takes two for one.</summary>
    public required double Threshold { get; init; }

    /// <summary>When the matcher said so.</summary>
    public required DateTimeOffset At { get; init; }

    /// <summary>What each field says.</summary>
    public required IReadOnlyList<WeightBar> Bars { get; init; }

    /// <summary>The same in one sentence.</summary>
    public required Explanation Explanation { get; init; }
}
