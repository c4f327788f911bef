using System.Runtime.InteropServices;

namespace OmniChannel.Storage.Sqlite.WriteBehind;

/// <summary>
/// What commits changed and the tables do not have yet: each state row once, with its last value, and the journal rows of conversations.
/// Whoever calls holds the lock of the <see cref="Overlay"/>, but for a generation that no longer changes.
/// </summary>
internal sealed class Generation
{
    private readonly Dictionary<RowKey, StateRow?> _rows = [];
    private readonly Chains<RowKey, long> _children = new();
    private readonly Chains<long, TimelineEntry> _timeline = new();
    private readonly List<RedoRow> _redo = [];

    /// <summary>The rows by key; null is a row that was removed.</summary>
    public IReadOnlyCollection<KeyValuePair<RowKey, StateRow?>> Rows => _rows;

    public Chains<long, TimelineEntry> Timeline => _timeline;

    public IReadOnlyList<RedoRow> Redo => _redo;

    /// <summary>The head after the last commit in it.</summary>
    public long Sequence { get; private set; }

    public int Items => _rows.Count + _timeline.Count;

    public long Bytes { get; private set; }

    public bool IsEmpty => Items == 0 && Sequence == 0;

    /// <param name="key">Which row.</param>
    /// <param name="row">Its value; null when it was removed.</param>
    public void Write(RowKey key, StateRow? row)
    {
        ref var kept = ref CollectionsMarshal.GetValueRefOrAddDefault(_rows, key, out _);
        var isNewChild = row is { Parent: not 0 } && row.Parent != kept?.Parent;
        kept = row;
        if (isNewChild)
        {
            _children.Add(new RowKey(key.Table, row!.Parent), key.Key);
        }
    }

    public void Append(TimelineEntry entry) => _timeline.Add(entry.Conversation, entry);

    public void Cover(long sequence) => Sequence = Math.Max(Sequence, sequence);

    public void Add(RedoRow redo)
    {
        _redo.Add(redo);
        Bytes += redo.Size;
    }

    public void Absorb(Generation later)
    {
        foreach (var (key, row) in later._rows)
        {
            Write(key, row);
        }

        for (var i = 0; i < later._timeline.Count; i++)
        {
            Append(later._timeline[i]);
        }

        foreach (var redo in later._redo)
        {
            Add(redo);
        }

        Cover(later.Sequence);
    }

    public bool TryFind(RowKey key, out StateRow? row) => _rows.TryGetValue(key, out row);

    /// <summary>Adds the keys of rows that had a parent at some time; some may have left it, and some may come twice.</summary>
    public void CopyChildren(StateTable table, long parent, List<long> keys) => _children.CopyTo(new RowKey(table, parent), keys);

    public void Clear()
    {
        _rows.Clear();
        _children.Clear();
        _timeline.Clear();
        _redo.Clear();
        Bytes = 0;
        Sequence = 0;
    }
}
