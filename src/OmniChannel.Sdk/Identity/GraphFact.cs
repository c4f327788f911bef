using System.Diagnostics.CodeAnalysis;

namespace OmniChannel.Identity;

/// <summary>
/// Something that changed in an <see cref="IdentityGraph"/>, to be kept and applied elsewhere: outcomes, not reasons to decide again. Holds
/// numbers and keyed hashes, never values.
/// </summary>
[Experimental("OMNI001")]
public readonly record struct GraphFact
{
    /// <summary>What happened; the other members mean what they mean for it.</summary>
    public required GraphFactKind Kind { get; init; }

    /// <summary>The number of the identifier, or of the one end of a tie.</summary>
    public int Left { get; init; }

    /// <summary>The other end of a tie, or the customer that was joined or moved to.</summary>
    public int Right { get; init; }

    /// <summary>The number of the tie concerned; for a customer that changed, the one that made it so, and -1 for none.</summary>
    public int Tie { get; init; }

    /// <summary>The keyed hash of an added identifier.</summary>
    public IdentifierKey Key { get; init; }

    /// <summary>How sure a tie is.</summary>
    public Assurance Assurance { get; init; }

    /// <summary>The name of a new source.</summary>
    public string? Text { get; init; }

    /// <summary>The place of an added identifier's type in the rules.</summary>
    public byte Type { get; init; }

    /// <summary>Bits: of a tie, or whether something was allowed, or the end of a run.</summary>
    public byte Flags { get; init; }

    /// <summary>Days since 2000-01-01 when a tie was last seen, or of today.</summary>
    public ushort Day { get; init; }

    /// <summary>The number of a tie's source.</summary>
    public ushort Source { get; init; }

    /// <summary>Seconds since 2000-01-01 when a tie was first seen with its assurance, or when a verdict was given.</summary>
    public uint Second { get; init; }
}
