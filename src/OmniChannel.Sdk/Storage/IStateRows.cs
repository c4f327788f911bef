namespace OmniChannel.Storage;

/// <summary>A table of state, without its row type: what loading, committing and replay need.</summary>
internal interface IStateRows
{
    StateTable Table { get; }

    /// <summary>The row as a store takes it, or null when it is gone.</summary>
    object? Peek(long key);

    StateRow ToRow(long key, object value, long appliedSequence);

    void Load(StateRow row);

    bool Contains(long key);

    /// <summary>Drops a committed row that is not resident from memory; the store keeps it.</summary>
    void EvictIfCold(long key);

    /// <summary>Drops a committed row from memory; the store keeps it.</summary>
    void Evict(long key);

    IEnumerable<long> Keys { get; }
}
