namespace OmniChannel.Storage.Sqlite.WriteBehind;

/// <summary>
/// A generation in the order of the tables and their keys, so that rows of one page are written together and the page once. It no longer
/// changes.
/// </summary>
internal sealed class DrainOrder
{
    private readonly KeyValuePair<RowKey, StateRow?>[] _rows;
    private readonly TimelineEntry[] _timeline;

    public DrainOrder(Generation generation)
    {
        _rows = [.. generation.Rows];
        Array.Sort(_rows, static (a, b) => a.Key.Table.Number != b.Key.Table.Number
            ? a.Key.Table.Number.CompareTo(b.Key.Table.Number)
            : a.Key.Key.CompareTo(b.Key.Key));
        _timeline = new TimelineEntry[generation.Timeline.Count];
        for (var i = 0; i < _timeline.Length; i++)
        {
            _timeline[i] = generation.Timeline[i];
        }

        Array.Sort(_timeline);
    }

    public int Count => _rows.Length + _timeline.Length;

    /// <summary>The rows between two positions.</summary>
    public ReadOnlySpan<KeyValuePair<RowKey, StateRow?>> Rows(int from, int to) =>
        _rows.AsSpan(Math.Min(from, _rows.Length)..Math.Min(to, _rows.Length));

    /// <summary>The timeline entries between two positions; they come after the rows.</summary>
    public ReadOnlySpan<TimelineEntry> Timeline(int from, int to) =>
        _timeline.AsSpan(Math.Max(from - _rows.Length, 0)..Math.Max(to - _rows.Length, 0));
}
