namespace OmniChannel.Simulation.Engine;

/// <summary>What happens next: a heap with four children to a node in one array, which grows and never shrinks.</summary>
internal sealed class EventCalendar
{
    private CalendarEntry[] _heap = new CalendarEntry[256];
    private long _order;

    public int Count { get; private set; }

    public void Clear()
    {
        Count = 0;
        _order = 0;
    }

    public void Add(double time, Happening kind, int subject, int stamp = 0)
    {
        if (Count == _heap.Length)
        {
            Array.Resize(ref _heap, 2 * Count);
        }

        var entry = new CalendarEntry { Time = time, Order = _order++, Kind = kind, Subject = subject, Stamp = stamp };
        var heap = _heap;
        var at = Count++;
        while (at > 0)
        {
            var parent = (at - 1) >> 2;
            if (!Before(entry, heap[parent]))
            {
                break;
            }

            heap[at] = heap[parent];
            at = parent;
        }

        heap[at] = entry;
    }

    public bool TryTake(out CalendarEntry first)
    {
        if (Count == 0)
        {
            first = default;
            return false;
        }

        var heap = _heap;
        first = heap[0];
        var last = heap[--Count];
        var at = 0;
        while (true)
        {
            var child = (at << 2) + 1;
            if (child >= Count)
            {
                break;
            }

            var least = child;
            var end = Math.Min(child + 4, Count);
            for (var next = child + 1; next < end; next++)
            {
                if (Before(heap[next], heap[least]))
                {
                    least = next;
                }
            }

            if (!Before(heap[least], last))
            {
                break;
            }

            heap[at] = heap[least];
            at = least;
        }

        heap[at] = last;
        return true;
    }

    private static bool Before(in CalendarEntry left, in CalendarEntry right) =>
        left.Time < right.Time || (left.Time == right.Time && left.Order < right.Order);
}
