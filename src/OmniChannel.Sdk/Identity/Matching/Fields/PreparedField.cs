using OmniChannel.Identity.Matching.Comparing;

namespace OmniChannel.Identity.Matching.Fields;

/// <summary>One field of all records: a value's number a record, and how many records have each value.</summary>
internal sealed class PreparedField(FieldReader reader, ValueTable table)
{
    private int[] values = [];
    private int[] holders = [];

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
    public int this[int record] => values[record];

    public ReadOnlySpan<int> Values(int count) => values.AsSpan(0, count);

    public int Holders(int value) => value < holders.Length ? holders[value] : 0;

    public void Reserve(int records)
    {
        if (records > values.Length)
        {
            Array.Resize(ref values, Math.Max(records, values.Length * 2));
        }
    }

    public void Set(int record, int value)
    {
        Reserve(record + 1);
        values[record] = value;
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

    public long Bytes => ((long)values.Length + holders.Length) * sizeof(int);
}
