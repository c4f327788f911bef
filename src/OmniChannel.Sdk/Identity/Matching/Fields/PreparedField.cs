using OmniChannel.Identity.Matching.Comparing;

namespace OmniChannel.Identity.Matching.Fields;

/// <summary>One field of all records: a value's number a record, and how many records have each value.</summary>
/// <param name="reader">How it is read.</param>
/// <param name="table">Its values; fields that may be swapped share one.</param>
/// <param name="rows">The rows of all fields.</param>
/// <param name="index">Its place in a row.</param>
internal sealed class PreparedField(FieldReader reader, ValueTable table, RecordRows rows, int index)
{
    private const int Shared = 2;

    private int[] holders = [];
    private LevelCache? cache;

    public FieldReader Reader => reader;

    public string Name => reader.Name;

    public FieldKind Kind => reader.Kind;

    public FieldComparer Comparer { get; } = FieldComparer.For(reader.Kind);

    public ValueTable Table => table;

    /// <summary>The field whose values may stand in this one by mistake, or -1.</summary>
    public int Partner { get; set; } = -1;

    /// <summary>How many records have a value.</summary>
    public int Filled { get; private set; }

    /// <summary>The number of a record's value, or -1.</summary>
    public int this[int record] => rows.Value(record, index);

    public int Holders(int value) => value < holders.Length ? holders[value] : 0;

    /// <summary>Sets the value of a record that the rows have room for.</summary>
    public void Set(int record, int value)
    {
        rows.Set(record, index, value);
        if (value < 0)
        {
            return;
        }

        if (value >= holders.Length)
        {
            Array.Resize(ref holders, Math.Max(value + 1, Math.Max(64, holders.Length * 2)));
        }

        holders[value]++;
        Filled++;
    }

    /// <summary>The level of two values that are not equal.</summary>
    public byte Different(int a, int b) => cache?.Level(Comparer, table, a, b) ?? Comparer.Compare(table, a, b);

    /// <summary>Remembers levels from now on, where values are shared by many; of phones and addresses no two meet twice.</summary>
    public void Remember() => cache = Filled >= Shared * table.Count ? new() : null;

    public long Bytes => (long)holders.Length * sizeof(int);
}
