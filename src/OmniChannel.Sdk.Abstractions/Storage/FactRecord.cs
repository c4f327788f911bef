namespace OmniChannel.Storage;

/// <summary>One fact as a store sees it: kind, version and opaque bytes.</summary>
public sealed record FactRecord
{
    /// <summary>The kind's stable name.</summary>
    public required string Kind { get; init; }

    /// <summary>Version of the kind's shape, from 1.</summary>
    public required int Version { get; init; }

    /// <summary>The fact, without any personal value.</summary>
    public required ReadOnlyMemory<byte> Body { get; init; }
}
