namespace OmniChannel.AspNetCore.Channels;

/// <summary>
/// How many of something each of any number of keys has at once, in a table that never grows: each key is counted in two rows, and the smaller
/// count is nearer to the truth, never below it (Cormode and Muthukrishnan, "An improved data stream summary: the count-min sketch", 2005). Thread-safe,
/// allocates nothing.
/// </summary>
internal sealed class CountCells(int most)
{
    private readonly int[] _first = new int[CellIndex.Count];
    private readonly int[] _second = new int[CellIndex.Count];

    /// <summary>Counts one more, unless there are as many as there may be. Each that entered has to leave.</summary>
    public bool TryEnter(int key)
    {
        if (Math.Min(Interlocked.Increment(ref _first[CellIndex.First(key)]), Interlocked.Increment(ref _second[CellIndex.Second(key)])) <= most || most <= 0)
        {
            return true;
        }

        Leave(key);
        return false;
    }

    public void Leave(int key)
    {
        Interlocked.Decrement(ref _first[CellIndex.First(key)]);
        Interlocked.Decrement(ref _second[CellIndex.Second(key)]);
    }
}
