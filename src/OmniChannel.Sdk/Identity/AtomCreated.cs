using System.Diagnostics.CodeAnalysis;

namespace OmniChannel.Identity;

/// <summary>A new atom: the smallest identity, never split. It begins as a customer of its own, with the same id.</summary>
[Experimental("OMNI001")]
public sealed record AtomCreated : IdentityFact
{
    /// <summary>The atom, and the id of the customer that it begins as.</summary>
    public required long Atom { get; init; }

    /// <summary>What it is an atom of: a channel address, a customer record.</summary>
    public required IdentifierKey Key { get; init; }

    /// <summary>What kind of identifier it began with; null for a channel address.</summary>
    public IdentifierType? Type { get; init; }

    /// <summary>When.</summary>
    public required DateTimeOffset At { get; init; }
}
