using System.Diagnostics.CodeAnalysis;

namespace OmniChannel.Identity.Matching;

/// <summary>
/// Records to be matched, column by column, each distinct value kept once. Filled by one thread, then read by any number.
/// </summary>
[Experimental("OMNI001")]
public sealed class RecordSet
{
    private readonly ValueColumn[] columns;

    /// <param name="columns">The names of the columns, in the order in which values are given; each name once.</param>
    public RecordSet(IReadOnlyList<string> columns)
    {
        ArgumentNullException.ThrowIfNull(columns);
        if (columns.Distinct(StringComparer.Ordinal).Count() != columns.Count)
        {
            throw new ArgumentException("A column name stands twice.", nameof(columns));
        }

        Columns = [.. columns];
        this.columns = [.. columns.Select(_ => new ValueColumn())];
    }

    /// <summary>The names of the columns.</summary>
    public IReadOnlyList<string> Columns { get; }

    /// <summary>How many records there are; they are numbered from 0.</summary>
    public int Count { get; private set; }

    /// <summary>Adds a record.</summary>
    /// <param name="values">One value a column; null or blank means that it is missing.</param>
    public void Add(ReadOnlySpan<string?> values)
    {
        if (values.Length != columns.Length)
        {
            throw new ArgumentException($"A record has {values.Length} values for {columns.Length} columns.", nameof(values));
        }

        for (var i = 0; i < values.Length; i++)
        {
            columns[i].Add(values[i]);
        }

        Count++;
    }

    /// <summary>The value as it was added, trimmed, or null when it is missing.</summary>
    public string? Value(int record, int column) => columns[column].Value(record);

    /// <exception cref="ArgumentException">There is no such column.</exception>
    internal int Position(string column)
    {
        for (var i = 0; i < Columns.Count; i++)
        {
            if (Columns[i] == column)
            {
                return i;
            }
        }

        throw new ArgumentException($"The records have no column '{column}'.", nameof(column));
    }

    internal ValueColumn Column(int column) => columns[column];
}
