namespace OmniChannel.Storage;

/// <summary>Names one state row.</summary>
public readonly record struct RowKey
{
    /// <summary>Sets both parts.</summary>
    public RowKey(StateTable table, long key)
    {
        Table = table;
        Key = key;
    }

    /// <summary>The table.</summary>
    public StateTable Table { get; }

    /// <summary>The key in it.</summary>
    public long Key { get; }
}
