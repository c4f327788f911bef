using System.Numerics;

namespace OmniChannel.Routing.Structures;

/// <summary>
/// One deadline for each of dense ids. Eleven wheels of 64 buckets cover every tick of a long: an id lies on the wheel of the highest six bits
/// in which its deadline differs from the present, and moves inwards as that time comes. Setting and cancelling are O(1).
/// </summary>
/// <remarks>After G. Varghese and T. Lauck, "Hashed and hierarchical timing wheels", SOSP 1987.</remarks>
internal sealed class TimerWheel
{
    private const int Levels = 11;
    private const int None = -1;
    private readonly int[] _heads = new int[Levels * 64];
    private readonly ulong[] _occupied = new ulong[Levels];
    private readonly List<int> _due = [];
    private Entry[] _entries = [];
    private int _fired;
    private long _now;

    public TimerWheel() => _heads.AsSpan().Fill(None);

    /// <summary>No deadline comes before this.</summary>
    public long Earliest { get; private set; } = long.MaxValue;

    public void Clear(long now)
    {
        _heads.AsSpan().Fill(None);
        Array.Clear(_occupied);
        _entries.AsSpan().Fill(Entry.Unset);
        _due.Clear();
        _fired = 0;
        _now = now;
        Earliest = long.MaxValue;
    }

    /// <summary>Sets the deadline of an id, in place of any before; <see cref="long.MaxValue"/> for none.</summary>
    public void Set(int id, long deadline)
    {
        if (id >= _entries.Length)
        {
            if (deadline == long.MaxValue)
            {
                return;
            }

            Grow(id);
        }

        if (_entries[id].Bucket != None)
        {
            if (_entries[id].Deadline == deadline)
            {
                return;
            }

            Unlink(id);
        }

        if (deadline != long.MaxValue)
        {
            _entries[id].Deadline = deadline;
            Link(id);
            Earliest = Math.Min(Earliest, deadline);
            if (_fired < _due.Count && deadline <= _now)
            {
                Join(id);
            }
        }
    }

    /// <summary>Takes the id that is due first, by deadline and then id, not later than a time.</summary>
    public bool TryTake(long now, out int id, out long deadline)
    {
        while (true)
        {
            while (_fired < _due.Count)
            {
                id = _due[_fired++];
                if (_entries[id].Bucket != None && _entries[id].Deadline <= _now)
                {
                    Unlink(id);
                    deadline = _entries[id].Deadline;
                    return true;
                }
            }

            _due.Clear();
            _fired = 0;
            if (now < Earliest || !Turn(now))
            {
                (id, deadline) = (None, long.MaxValue);
                return false;
            }
        }
    }

    // What becomes due while others of the same tick are taken goes among them by its id.
    private void Join(int id)
    {
        var at = _due.BinarySearch(_fired, _due.Count - _fired, id, null);
        if (at < 0)
        {
            _due.Insert(~at, id);
        }
    }

    // Moves to the next bucket that begins by then: its ids are due when it lies on the innermost wheel, else they move inwards.
    private bool Turn(long now)
    {
        for (var level = 0; level < Levels; level++)
        {
            if (_occupied[level] == 0)
            {
                continue;
            }

            var slot = BitOperations.TrailingZeroCount(_occupied[level]);
            var shift = level * 6;
            var above = shift + 6 >= 64 ? 0 : _now >> (shift + 6) << (shift + 6);
            var start = Math.Max(_now, above | ((long)slot << shift));
            if (start > now)
            {
                Earliest = start;
                _now = Math.Max(_now, now);
                return false;
            }

            _now = start;
            Empty(level, slot);
            return true;
        }

        Earliest = long.MaxValue;
        _now = Math.Max(_now, now);
        return false;
    }

    private void Empty(int level, int slot)
    {
        for (var id = _heads[(level * 64) + slot]; id != None; id = _entries[id].Next)
        {
            _due.Add(id);
        }

        if (level == 0)
        {
            _due.Sort(static (left, right) => left.CompareTo(right));
            return;
        }

        foreach (var id in _due)
        {
            Unlink(id);
            Link(id);
        }

        _due.Clear();
    }

    private void Link(int id)
    {
        var due = Math.Max(_entries[id].Deadline, _now);
        var level = (63 - BitOperations.LeadingZeroCount((ulong)(due ^ _now) | 1)) / 6;
        var slot = (int)(due >> (level * 6)) & 63;
        var bucket = (level * 64) + slot;
        _entries[id].Bucket = bucket;
        _entries[id].Previous = None;
        _entries[id].Next = _heads[bucket];
        if (_entries[id].Next != None)
        {
            _entries[_entries[id].Next].Previous = id;
        }

        _heads[bucket] = id;
        _occupied[level] |= 1UL << slot;
    }

    private void Unlink(int id)
    {
        var bucket = _entries[id].Bucket;
        var (next, previous) = (_entries[id].Next, _entries[id].Previous);
        if (next != None)
        {
            _entries[next].Previous = previous;
        }

        if (previous != None)
        {
            _entries[previous].Next = next;
        }
        else
        {
            _heads[bucket] = next;
            if (next == None)
            {
                _occupied[bucket >> 6] &= ~(1UL << bucket);
            }
        }

        _entries[id].Bucket = None;
    }

    private void Grow(int id)
    {
        var from = _entries.Length;
        var length = Math.Max(256, (int)BitOperations.RoundUpToPowerOf2((uint)id + 1));
        Array.Resize(ref _entries, length);
        _entries.AsSpan(from).Fill(Entry.Unset);
    }

    private struct Entry
    {
        public static readonly Entry Unset = new() { Bucket = None };

        public long Deadline;
        public int Bucket;
        public int Next;
        public int Previous;
    }
}
