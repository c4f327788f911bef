using System.Diagnostics.CodeAnalysis;

namespace OmniChannel.Identity;

/// <summary>Atoms moved from one customer to another: a merge, or its undo. The outcome, not the reason to decide it again.</summary>
[Experimental("OMNI001")]
public sealed record PartitionChanged : IdentityFact
{
    /// <summary>The moved atoms and where they are now.</summary>
    public required IReadOnlyList<AtomPlacement> Moved { get; init; }

    /// <summary>The identifier that tied them; the default value for an undo.</summary>
    public IdentifierKey Via { get; init; }

    /// <summary>The atom whose tie to <see cref="Via"/> did it; null where it was none, and in facts of before.</summary>
    public long? Atom { get; init; }

    /// <summary>When; null in facts of before.</summary>
    public DateTimeOffset? At { get; init; }
}
