namespace OmniChannel.Identity;

/// <summary>How a customer became part of another: by the tie of an atom to an identifier, or to another atom by a verdict.</summary>
internal sealed record JoinState
{
    public required long Into { get; init; }

    /// <summary>The atom whose tie it was.</summary>
    public required long Atom { get; init; }

    /// <summary>What it was tied to.</summary>
    public required IdentifierKey Key { get; init; }

    public required DateTimeOffset At { get; init; }
}
