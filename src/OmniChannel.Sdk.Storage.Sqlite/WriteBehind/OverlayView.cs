namespace OmniChannel.Storage.Sqlite.WriteBehind;

/// <summary>The generations as they are at the moment of a snapshot, newest first. Holds the overlay's lock until it is disposed.</summary>
internal readonly ref struct OverlayView(Lock.Scope scope, Generation? pending, Generation active, Generation? frozen)
{
    private readonly Lock.Scope _scope = scope;

    /// <summary>True when the overlay answers for a key: with the row, or with null when it was removed. Else the table does.</summary>
    public bool TryFind(RowKey key, out StateRow? row)
    {
        if (pending is not null && pending.TryFind(key, out row))
        {
            return true;
        }

        if (active.TryFind(key, out row))
        {
            return true;
        }

        return frozen is not null && frozen.TryFind(key, out row);
    }

    /// <summary>The inbox row that the overlay holds; null when it has none: the table may.</summary>
    public InboxRow? Find(InboxKey key) => pending?.Find(key) ?? active.Find(key) ?? frozen?.Find(key);

    /// <summary>Adds the rows of a parent, in any order.</summary>
    public void AddChildren(StateTable table, long parent, List<StateRow> rows)
    {
        var keys = new List<long>();
        pending?.CopyChildren(table, parent, keys);
        active.CopyChildren(table, parent, keys);
        frozen?.CopyChildren(table, parent, keys);
        foreach (var key in keys.Distinct())
        {
            if (TryFind(new RowKey(table, key), out var row) && row?.Parent == parent)
            {
                rows.Add(row);
            }
        }
    }

    /// <summary>Adds the entries of a conversation, in any order.</summary>
    public void AddTimeline(long conversation, List<TimelineEntry> entries)
    {
        pending?.Timeline.CopyTo(conversation, entries);
        active.Timeline.CopyTo(conversation, entries);
        frozen?.Timeline.CopyTo(conversation, entries);
    }

    public void Dispose() => _scope.Dispose();
}
