using System.Diagnostics.CodeAnalysis;

namespace OmniChannel.Identity;

/// <summary>Which customer an atom belongs to.</summary>
[Experimental("OMNI001")]
public sealed record AtomPlacement
{
    /// <summary>The atom.</summary>
    public required long Atom { get; init; }

    /// <summary>The customer it was part of.</summary>
    public required long From { get; init; }

    /// <summary>The customer it is part of.</summary>
    public required long To { get; init; }
}
