using System.Runtime.InteropServices;

namespace OmniChannel.Storage.Sqlite.WriteBehind;

/// <summary>Items by key, all in one list where each names the one before it: no list of its own for each of many thousand keys.</summary>
internal sealed class Chains<TKey, TItem>
    where TKey : notnull
{
    private const int None = -1;

    private readonly Dictionary<TKey, int> _last = [];
    private readonly List<(TItem Item, int Before)> _items = [];

    public int Count => _items.Count;

    public TItem this[int index] => _items[index].Item;

    public void Add(TKey key, TItem item)
    {
        ref var last = ref CollectionsMarshal.GetValueRefOrAddDefault(_last, key, out var isThere);
        _items.Add((item, isThere ? last : None));
        last = _items.Count - 1;
    }

    /// <summary>Adds the items of a key to a list, the last one first.</summary>
    public void CopyTo(TKey key, List<TItem> into)
    {
        for (var at = _last.GetValueOrDefault(key, None); at != None; at = _items[at].Before)
        {
            into.Add(_items[at].Item);
        }
    }

    public void Clear()
    {
        _last.Clear();
        _items.Clear();
    }
}
