using System.Diagnostics.CodeAnalysis;

namespace OmniChannel.Identity;

/// <summary>An identifier was tied to an atom, or tied more surely.</summary>
[Experimental("OMNI001")]
public sealed record EvidenceAdded : IdentityFact
{
    /// <summary>The atom.</summary>
    public required long Atom { get; init; }

    /// <summary>The identifier.</summary>
    public required IdentifierKey Key { get; init; }

    /// <summary>The identifier's type.</summary>
    public required IdentifierType Type { get; init; }

    /// <summary>How surely.</summary>
    public required Assurance Assurance { get; init; }

    /// <summary>Who says so.</summary>
    public required string Source { get; init; }

    /// <summary>When.</summary>
    public required DateTimeOffset At { get; init; }

    /// <summary>When it was last seen, where its type lives for a time; null when never after <see cref="At"/>.</summary>
    public DateTimeOffset? SeenAt { get; init; }
}
