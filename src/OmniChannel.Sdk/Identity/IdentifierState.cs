namespace OmniChannel.Identity;

/// <summary>An identifier and the atoms it is tied to.</summary>
internal sealed record IdentifierState
{
    public required IdentifierKey Key { get; init; }

    public required IdentifierType Type { get; init; }

    /// <summary>Atoms tied to it by observation or proof, in the order of their first tie.</summary>
    public ImmutableArray<long> Atoms { get; init; } = [];

    /// <summary>Atoms whose people merely said so.</summary>
    public ImmutableArray<long> Claims { get; init; } = [];

    /// <summary>When customer sources were last asked about it.</summary>
    public DateTimeOffset? AskedAt { get; init; }

    /// <summary>Whether its owner lets it link; null while nobody said.</summary>
    public bool? MayLink { get; init; }

    public DateTimeOffset? MayLinkSince { get; init; }
}
