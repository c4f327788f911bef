namespace OmniChannel.Identity;

/// <summary>One tie of an atom to an identifier, as strong as the best evidence for it.</summary>
internal sealed record EvidenceState
{
    public required IdentifierKey Key { get; init; }

    public required IdentifierType Type { get; init; }

    public required Assurance Assurance { get; init; }

    public required string Source { get; init; }

    public required DateTimeOffset At { get; init; }

    /// <summary>When it was last seen, where its type lives for a time; null when never after <see cref="At"/>.</summary>
    public DateTimeOffset? SeenAt { get; init; }
}
