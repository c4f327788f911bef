using System.Diagnostics.CodeAnalysis;
using OmniChannel.Identity.Matching;

namespace OmniChannel.Identity;

/// <summary>A record that may be the same person's as another, with the waterfall of weights. Holds no value of a record.</summary>
[Experimental("OMNI001")]
public sealed record FoundMatch
{
    /// <summary>The atom of the other record.</summary>
    public required long Other { get; init; }

    /// <summary>How strongly, in bits.</summary>
    public required double Bits { get; init; }

    /// <summary>The bits from which on two are one.</summary>
    public required double Threshold { get; init; }

    /// <summary>The chance that they are one, from 0 to 1.</summary>
    public required double Probability { get; init; }

    /// <summary>True when it is over the threshold and what is known of both otherwise does not speak against it.</summary>
    public bool IsMatch { get; init; }

    /// <summary>What each field says; their bits add up to <see cref="Bits"/>, but for rounding.</summary>
    public required IReadOnlyList<WeightBar> Bars { get; init; }
}
