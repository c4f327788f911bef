namespace OmniChannel.Storage.Sqlite.WriteBehind;

/// <summary>
/// A generation in the order of the tables and their keys, so that rows of one page are written together and the page once. It no longer
/// changes.
/// </summary>
internal sealed class DrainOrder
{
    private readonly KeyValuePair<RowKey, StateRow?>[] _rows;
    private readonly InboxRow[] _inbox;
    private readonly TimelineEntry[] _timeline;

    public DrainOrder(Generation generation)
    {
        _rows = [.. generation.Rows];
        Array.Sort(_rows, static (a, b) => a.Key.Table.Number != b.Key.Table.Number
            ? a.Key.Table.Number.CompareTo(b.Key.Table.Number)
            : a.Key.Key.CompareTo(b.Key.Key));
        _inbox = [.. generation.Inbox];
        Array.Sort(_inbox, static (a, b) => a.Key.High != b.Key.High
            ? ((ulong)a.Key.High).CompareTo((ulong)b.Key.High)
            : ((ulong)a.Key.Low).CompareTo((ulong)b.Key.Low));
        _timeline = new TimelineEntry[generation.Timeline.Count];
        for (var i = 0; i < _timeline.Length; i++)
        {
            _timeline[i] = generation.Timeline[i];
        }

        Array.Sort(_timeline);
    }

    public int Count => _rows.Length + _inbox.Length + _timeline.Length;

    /// <summary>The rows between two positions.</summary>
    public ReadOnlySpan<KeyValuePair<RowKey, StateRow?>> Rows(int from, int to) =>
        Part(_rows, 0, from, to);

    /// <summary>The inbox rows between two positions; they come after the state rows.</summary>
    public ReadOnlySpan<InboxRow> Inbox(int from, int to) => Part(_inbox, _rows.Length, from, to);

    /// <summary>The timeline entries between two positions; they come last.</summary>
    public ReadOnlySpan<TimelineEntry> Timeline(int from, int to) => Part(_timeline, _rows.Length + _inbox.Length, from, to);

    private static ReadOnlySpan<T> Part<T>(T[] items, int start, int from, int to) =>
        items.AsSpan(Math.Clamp(from - start, 0, items.Length)..Math.Clamp(to - start, 0, items.Length));
}
