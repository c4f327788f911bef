namespace OmniChannel.Storage;

/// <summary>The head row of a workspace.</summary>
public sealed record WorkspaceHead
{
    /// <summary>Sequence of the last journal row; 0 for an empty journal.</summary>
    public required long Sequence { get; init; }

    /// <summary>Engine time of the last journal row; the minimum for an empty journal.</summary>
    public DateTimeOffset LastAt { get; init; }

    /// <summary>The key of the workspace's keyed hashes, 32 bytes.</summary>
    public required ReadOnlyMemory<byte> HashKey { get; init; }

    /// <summary>Where the workspace's ids start.</summary>
    public required long IdSeed { get; init; }

    /// <summary>The lease epoch in force.</summary>
    public long LeaseEpoch { get; init; }
}
