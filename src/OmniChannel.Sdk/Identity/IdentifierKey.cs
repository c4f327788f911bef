using System.Diagnostics.CodeAnalysis;

namespace OmniChannel.Identity;

/// <summary>A 128-bit keyed hash of an identifier's type and normalised value: the graph keeps no value.</summary>
[Experimental("OMNI001")]
public readonly record struct IdentifierKey
{
    /// <summary>Sets both halves.</summary>
    public IdentifierKey(long high, long low)
    {
        High = high;
        Low = low;
    }

    /// <summary>The first half.</summary>
    public long High { get; init; }

    /// <summary>The second half.</summary>
    public long Low { get; init; }
}
