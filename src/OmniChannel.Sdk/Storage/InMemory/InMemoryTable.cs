namespace OmniChannel.Storage.InMemory;

/// <summary>The rows of one table, by key and by parent. The caller holds the workspace's lock.</summary>
internal sealed class InMemoryTable
{
    private readonly Dictionary<long, StateRow> _rows = [];
    private readonly Dictionary<long, SortedSet<long>> _children = [];

    public StateRow? Find(long key) => _rows.GetValueOrDefault(key);

    public IEnumerable<StateRow> Residents() => _rows.Values.Where(r => r.IsResident).OrderBy(r => r.Key.Key);

    public StateRow[] Children(long parent) =>
        _children.TryGetValue(parent, out var keys) ? [.. keys.Select(k => _rows[k])] : [];

    public void Write(StateRow row)
    {
        var key = row.Key.Key;
        var parent = _rows.TryGetValue(key, out var former) ? former.Parent : 0;
        _rows[key] = row;
        if (parent == row.Parent)
        {
            return;
        }

        Detach(key, parent);
        if (row.Parent != 0)
        {
            if (!_children.TryGetValue(row.Parent, out var keys))
            {
                _children[row.Parent] = keys = [];
            }

            keys.Add(key);
        }
    }

    public void Remove(long key)
    {
        if (_rows.Remove(key, out var row))
        {
            Detach(key, row.Parent);
        }
    }

    private void Detach(long key, long parent)
    {
        if (parent != 0 && _children.TryGetValue(parent, out var keys) && keys.Remove(key) && keys.Count == 0)
        {
            _children.Remove(parent);
        }
    }
}
