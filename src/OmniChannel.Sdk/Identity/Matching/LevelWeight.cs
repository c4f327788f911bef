using System.Diagnostics.CodeAnalysis;

namespace OmniChannel.Identity.Matching;

/// <summary>How often pairs fall into one level of a field.</summary>
[Experimental("OMNI001")]
public sealed record LevelWeight
{
    /// <summary>The level's name, such as <c>equal</c> or <c>one edit</c>.</summary>
    public required string Level { get; init; }

    /// <summary>The share of matches at this level.</summary>
    public required double M { get; init; }

    /// <summary>The share of strangers at this level.</summary>
    public required double U { get; init; }

    /// <summary>What the level says, in bits: positive for a match, negative against it.</summary>
    public double Bits => Math.Log2(M / U);
}
