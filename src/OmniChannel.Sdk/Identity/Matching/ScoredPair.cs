using System.Diagnostics.CodeAnalysis;

namespace OmniChannel.Identity.Matching;

/// <summary>Two records and how strongly they match.</summary>
/// <param name="Pair">The smaller record in the upper 32 bits, the larger in the lower.</param>
/// <param name="Bits">Log-odds to base 2: 0 is even, 10 is about 1,000 to 1.</param>
[Experimental("OMNI001")]
public readonly record struct ScoredPair(long Pair, double Bits)
{
    /// <summary>The record with the smaller number.</summary>
    public int Left => (int)(Pair >> 32);

    /// <summary>The record with the larger number.</summary>
    public int Right => (int)Pair;

    /// <summary>The chance, from 0 to 1, that the two are one person.</summary>
    public double Probability => 1 / (1 + Math.Exp(-Bits * Math.Log(2)));
}
