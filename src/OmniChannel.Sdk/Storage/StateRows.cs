using System.Text.Json;
using System.Text.Json.Serialization.Metadata;

namespace OmniChannel.Storage;

/// <summary>
/// A table of immutable state records by 64-bit key: undoable, with the keys changed since the last batch, and written as JSON rows. What is undone is not written: a row that was never loaded
/// stays as the store has it. Values
/// never change, so that a batch can be serialised while the next one is decided. Indexes follow every change, undone ones included.
/// </summary>
internal sealed class StateRows<T>(
    StateTable table,
    UndoLog undo,
    HashSet<RowKey> dirty,
    JsonTypeInfo<T> json,
    Func<T, long> parent,
    Func<T, bool> isResident,
    Action<T?, T?>? index = null) : IStateRows, IUndoTable
    where T : class
{
    private readonly Dictionary<long, T> _rows = [];
    private readonly List<(long Key, T? Previous, bool IsFirst)> _changes = [];
    private int _first;

    public StateTable Table => table;

    public int Count => _rows.Count;

    public IEnumerable<T> Values => _rows.Values;

    public IEnumerable<long> Keys => _rows.Keys;

    public T? Find(long key) => _rows.GetValueOrDefault(key);

    public T Get(long key) => Find(key) ?? throw new InvalidOperationException($"{table} {key} is not in memory.");

    public bool Contains(long key) => _rows.ContainsKey(key);

    public void Set(long key, T? value)
    {
        _changes.Add((key, Find(key), dirty.Add(new(table, key))));
        undo.Changed(this);
        Put(key, value);
    }

    public object? Peek(long key) => Find(key);

    public StateRow ToRow(long key, object value, long appliedSequence)
    {
        var row = (T)value;
        return new()
        {
            Key = new(table, key),
            Parent = parent(row),
            IsResident = isResident(row),
            AppliedSequence = appliedSequence,
            Value = StoredJson.Write(row, json),
        };
    }

    /// <summary>Puts what the store holds into memory; no change to undo or to write.</summary>
    public void Load(StateRow row) =>
        Put(row.Key.Key, JsonSerializer.Deserialize(row.Value.Span, json) ?? throw new InvalidOperationException($"A row of {table} is empty."));

    public void EvictIfCold(long key)
    {
        if (Find(key) is { } value && !isResident(value))
        {
            Put(key, null);
        }
    }

    public void Evict(long key) => Put(key, null);

    public void UndoLast()
    {
        var (key, previous, isFirst) = _changes[^1];
        _changes.RemoveAt(_changes.Count - 1);
        Put(key, previous);
        if (isFirst)
        {
            dirty.Remove(new(table, key));
        }
    }

    public void ForgetFirst()
    {
        _first++;
        if (_first == _changes.Count || _first > 1024)
        {
            _changes.RemoveRange(0, _first);
            _first = 0;
        }
    }

    private void Put(long key, T? value)
    {
        var previous = Find(key);
        if (value is null)
        {
            _rows.Remove(key);
        }
        else
        {
            _rows[key] = value;
        }

        index?.Invoke(previous, value);
    }
}
