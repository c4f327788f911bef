using System.Diagnostics.CodeAnalysis;

namespace OmniChannel.Identity.Matching;

/// <summary>Two records and how strongly they match.</summary>
[Experimental("OMNI001")]
public readonly record struct ScoredPair
{
    /// <summary>The record with the smaller number.</summary>
    public required int Left { get; init; }

    /// <summary>The record with the larger number.</summary>
    public required int Right { get; init; }

    /// <summary>Log-odds to base 2: 0 is even, 10 is about 1,000 to 1.</summary>
    public required double Bits { get; init; }

    /// <summary>The chance, from 0 to 1, that the two are one person.</summary>
    public double Probability => 1 / (1 + Math.Exp(-Bits * Math.Log(2)));

    /// <summary>Strongest first; equally strong ones by record.</summary>
    internal static int Compare(ScoredPair x, ScoredPair y) =>
        x.Bits != y.Bits ? y.Bits.CompareTo(x.Bits) : x.Left != y.Left ? x.Left.CompareTo(y.Left) : x.Right.CompareTo(y.Right);
}
