namespace OmniChannel.Storage;

/// <summary>One state row: opaque bytes and the few columns a store must know.</summary>
public sealed record StateRow
{
    /// <summary>Which row.</summary>
    public required RowKey Key { get; init; }

    /// <summary>The row it hangs on, for reading by parent; 0 for none. Indexed.</summary>
    public long Parent { get; init; }

    /// <summary>True when the engine wants the row in memory at load.</summary>
    public bool IsResident { get; init; }

    /// <summary>The journal sequence whose facts the row includes.</summary>
    public required long AppliedSequence { get; init; }

    /// <summary>The content; opaque to a store.</summary>
    public required ReadOnlyMemory<byte> Value { get; init; }
}
