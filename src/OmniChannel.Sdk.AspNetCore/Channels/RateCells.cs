namespace OmniChannel.AspNetCore.Channels;

/// <summary>
/// How often each of any number of keys may do something, in a table that never grows. Each key has a cell in two rows, found by its hash, and a cell
/// holds one time: that by which all it let through would have come at the allowed pace (the "theoretical arrival time" of the generic cell rate
/// algorithm, ITU-T I.371). A key is held back only where both its cells say so, so that a stranger's flood rarely meets it. Thread-safe, allocates nothing.
/// </summary>
internal sealed class RateCells(int perMinute)
{
    private readonly long[] _first = new long[CellIndex.Count];
    private readonly long[] _second = new long[CellIndex.Count];
    private readonly long _interval = perMinute <= 0 ? 0 : TimeSpan.TicksPerMinute / perMinute;

    /// <summary>Zero when it may; else how long to wait. A minute's worth may come at once.</summary>
    /// <param name="key">Hash of the key, the same for the life of the process.</param>
    /// <param name="now">Ticks on a clock that does not go back.</param>
    public TimeSpan Take(int key, long now)
    {
        if (perMinute <= 0)
        {
            return TimeSpan.Zero;
        }

        ref var first = ref _first[CellIndex.First(key)];
        ref var second = ref _second[CellIndex.Second(key)];
        var latest = now + TimeSpan.TicksPerMinute - _interval;
        var wait = Math.Min(Volatile.Read(ref first), Volatile.Read(ref second)) - latest;
        if (wait > 0)
        {
            return TimeSpan.FromTicks(wait);
        }

        Add(ref first, now);
        Add(ref second, now);
        return TimeSpan.Zero;
    }

    private void Add(ref long cell, long now)
    {
        while (true)
        {
            var known = Volatile.Read(ref cell);
            if (Interlocked.CompareExchange(ref cell, Math.Max(known, now) + _interval, known) == known)
            {
                return;
            }
        }
    }
}
