using System.Runtime.InteropServices;

namespace OmniChannel.Storage.Sqlite.WriteBehind;

/// <summary>
/// What commits changed and the tables do not have yet: each state row once, with its last value, the inbox rows, and the journal rows of
/// conversations.
/// Whoever calls holds the lock of the <see cref="Overlay"/>, but for a generation that no longer changes.
/// </summary>
internal sealed class Generation
{
    private readonly Dictionary<RowKey, StateRow?> _rows = [];
    private readonly Dictionary<InboxKey, InboxRow> _inbox = [];
    private readonly Chains<RowKey, long> _children = new();
    private readonly Chains<long, TimelineEntry> _timeline = new();
    private readonly List<RedoRow> _redo = [];
    private DateTimeOffset _since;
    private DateTimeOffset _until;

    /// <summary>The rows by key; null is a row that was removed.</summary>
    public IReadOnlyCollection<KeyValuePair<RowKey, StateRow?>> Rows => _rows;

    public IReadOnlyCollection<InboxRow> Inbox => _inbox.Values;

    public Chains<long, TimelineEntry> Timeline => _timeline;

    public IReadOnlyList<RedoRow> Redo => _redo;

    /// <summary>The head after the last commit in it.</summary>
    public long Sequence { get; private set; }

    public int Items => _rows.Count + _inbox.Count + _timeline.Count;

    public long Bytes { get; private set; }

    /// <summary>How full it is, together with <paramref name="more"/>: 1 when a limit is reached.</summary>
    public double Fill(GenerationLimits limits, Generation? more = null)
    {
        var until = more?._until > _until ? more._until : _until;
        var age = _since == default ? TimeSpan.Zero : until - _since;
        return Math.Max(
            (Items + (more?.Items ?? 0)) / (double)limits.Items,
            Math.Max((Bytes + (more?.Bytes ?? 0)) / (double)limits.Bytes, age / limits.Age));
    }

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

    /// <summary>Keeps an inbox row; one that is there already stays.</summary>
    public void Add(InboxRow row) => _inbox.TryAdd(row.Key, row);

    public void Cover(long sequence) => Sequence = Math.Max(Sequence, sequence);

    /// <summary>Counts a time at which something in it was committed.</summary>
    public void Cover(DateTimeOffset at)
    {
        _since = _since == default || at < _since ? at : _since;
        _until = at > _until ? at : _until;
    }

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

        foreach (var row in later._inbox.Values)
        {
            Add(row);
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
        if (later._since != default)
        {
            Cover(later._since);
            Cover(later._until);
        }
    }

    public bool TryFind(RowKey key, out StateRow? row) => _rows.TryGetValue(key, out row);

    public InboxRow? Find(InboxKey key) => _inbox.GetValueOrDefault(key);

    /// <summary>Adds the keys of rows that had a parent at some time; some may have left it, and some may come twice.</summary>
    public void CopyChildren(StateTable table, long parent, List<long> keys) => _children.CopyTo(new RowKey(table, parent), keys);

    public void Clear()
    {
        _rows.Clear();
        _inbox.Clear();
        _children.Clear();
        _timeline.Clear();
        _redo.Clear();
        Bytes = 0;
        Sequence = 0;
        (_since, _until) = (default, default);
    }
}
