namespace OmniChannel.Identity;

/// <summary>An atom: which customer it is part of and which identifiers are tied to it.</summary>
internal sealed record AtomState
{
    public required long Id { get; init; }

    public required IdentifierKey Key { get; init; }

    public required long Customer { get; init; }

    public required DateTimeOffset CreatedAt { get; init; }

    public ImmutableArray<EvidenceState> Evidence { get; init; } = [];

    /// <summary>How the customer that began with this atom became part of another; null while it is one, and where that is not known.</summary>
    public JoinState? Joined { get; init; }

    public bool OptedOut { get; init; }
}
