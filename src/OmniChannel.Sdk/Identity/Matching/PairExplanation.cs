using System.Diagnostics.CodeAnalysis;

namespace OmniChannel.Identity.Matching;

/// <summary>Why two records are one person, or why not, as a waterfall of bits. Holds no value of a record.</summary>
[Experimental("OMNI001")]
public sealed record PairExplanation
{
    /// <summary>The bars, beginning with how rare matches are at all; their bits add up to <see cref="Bits"/>.</summary>
    public required IReadOnlyList<WeightBar> Bars { get; init; }

    /// <summary>The sum, in bits.</summary>
    public required double Bits { get; init; }

    /// <summary>The sum as a chance from 0 to 1.</summary>
    public required double Probability { get; init; }

    /// <summary>The bits from which on pairs are accepted.</summary>
    public required double Threshold { get; init; }

    /// <summary>Whether both are in one cluster.</summary>
    public required bool Together { get; init; }

    /// <summary>The blocking keys that both share; with none the pair was never compared.</summary>
    public required IReadOnlyList<string> SharedKeys { get; init; }

    /// <summary>The decision in a sentence, as a code with arguments.</summary>
    public required Explanation Verdict { get; init; }
}
