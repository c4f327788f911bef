using System.Diagnostics.CodeAnalysis;

namespace OmniChannel.Identity;

/// <summary>The matcher looked at a record: who else it may be. An outcome, not to be decided again.</summary>
[Experimental("OMNI001")]
public sealed record MatchesFound : IdentityFact
{
    /// <summary>The atom of the record.</summary>
    public required long Atom { get; init; }

    /// <summary>When.</summary>
    public required DateTimeOffset At { get; init; }

    /// <summary>New suggestions, and those that weigh otherwise than before.</summary>
    public IReadOnlyList<FoundMatch> Suggested { get; init; } = [];

    /// <summary>The other atoms of suggestions that hold no more.</summary>
    public IReadOnlyList<long> Lapsed { get; init; } = [];
}
