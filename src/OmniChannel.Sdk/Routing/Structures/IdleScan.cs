using System.Numerics;
using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;

namespace OmniChannel.Routing.Structures;

/// <summary>Walks the slots that have a bit in every one of some rows and in none of others, in order.</summary>
internal ref struct IdleScan
{
    private readonly ref ulong _bits;
    private readonly ref ulong _summary;
    private readonly ReadOnlySpan<int> _rows;
    private readonly ReadOnlySpan<int> _excluded;
    private readonly int _blockWords;
    private readonly int _summaryWords;
    private int _summaryAt;
    private ulong _blocks;
    private int _block;
    private uint _hits;
    private int _word;
    private ulong _slots;

    public IdleScan(IdleOrder order, ReadOnlySpan<int> rows, ReadOnlySpan<int> excluded)
    {
        _bits = ref MemoryMarshal.GetReference(order.Bits);
        _summary = ref MemoryMarshal.GetReference(order.Summary);
        _blockWords = order.BlockWords;
        _summaryWords = order.SummaryWords;
        _rows = rows;
        _excluded = excluded;
        _summaryAt = -1;
    }

    /// <summary>The next slot, or -1.</summary>
    public int Next()
    {
        while (_slots == 0)
        {
            while (_hits == 0)
            {
                while (_blocks == 0)
                {
                    if (++_summaryAt == _summaryWords)
                    {
                        _summaryAt--;
                        return -1;
                    }

                    _blocks = ulong.MaxValue;
                    foreach (var row in _rows)
                    {
                        _blocks &= Unsafe.Add(ref _summary, (row * _summaryWords) + _summaryAt);
                    }
                }

                _block = (_summaryAt << 6) + BitOperations.TrailingZeroCount(_blocks);
                _blocks &= _blocks - 1;
                _hits = Hits();
            }

            _word = (_block << 3) + BitOperations.TrailingZeroCount(_hits);
            _hits &= _hits - 1;
            _slots = Slots();
        }

        var slot = (_word << 6) + BitOperations.TrailingZeroCount(_slots);
        _slots &= _slots - 1;
        return slot;
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private readonly uint Hits()
    {
        ref var block = ref Unsafe.Add(ref _bits, _block * _blockWords);
        var all = Vector512<ulong>.AllBitsSet;
        foreach (var row in _rows)
        {
            all &= Vector512.LoadUnsafe(ref Unsafe.Add(ref block, row << 3));
        }

        foreach (var row in _excluded)
        {
            all = Vector512.AndNot(all, Vector512.LoadUnsafe(ref Unsafe.Add(ref block, row << 3)));
        }

        return (uint)(~Vector512.Equals(all, Vector512<ulong>.Zero).ExtractMostSignificantBits() & 0xFF);
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private readonly ulong Slots()
    {
        ref var words = ref Unsafe.Add(ref _bits, (_block * _blockWords) + (_word & 7));
        var all = ulong.MaxValue;
        foreach (var row in _rows)
        {
            all &= Unsafe.Add(ref words, row << 3);
        }

        foreach (var row in _excluded)
        {
            all &= ~Unsafe.Add(ref words, row << 3);
        }

        return all;
    }
}
