using System.Diagnostics.CodeAnalysis;

namespace OmniChannel.Identity;

/// <summary>What tied an identifier to an atom was taken back, as if it had never been said.</summary>
[Experimental("OMNI001")]
public sealed record EvidenceRemoved : IdentityFact
{
    /// <summary>The atom.</summary>
    public required long Atom { get; init; }

    /// <summary>The identifier.</summary>
    public required IdentifierKey Key { get; init; }
}
