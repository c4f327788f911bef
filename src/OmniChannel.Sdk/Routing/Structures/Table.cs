using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;

namespace OmniChannel.Routing.Structures;

/// <summary>Rows of plain numbers with an optional undo journal: the only memory that a routing core decides from.</summary>
internal sealed class Table<T>(bool journal)
    where T : unmanaged
{
    private T[] _rows = new T[16];
    private (int Index, T Old)[] _journal = journal ? new (int, T)[64] : [];
    private int _depth;

    public int Count { get; private set; }

    public int Depth => _depth;

    /// <summary>Reads a row, which must not be written.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public ref readonly T Read(int index) => ref _rows[index];

    /// <summary>A row to be written; what it was is kept.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public ref T Edit(int index)
    {
        if (journal)
        {
            Keep(index);
        }

        return ref _rows[index];
    }

    /// <summary>Adds a row that a rollback takes away again.</summary>
    public int Add(in T row)
    {
        if (journal)
        {
            Keep(~Count);
        }

        return AddForGood(row);
    }

    /// <summary>Adds a row that stays.</summary>
    public int AddForGood(in T row)
    {
        if (Count == _rows.Length)
        {
            Array.Resize(ref _rows, Count * 2);
        }

        _rows[Count] = row;
        return Count++;
    }

    public void Forget() => _depth = 0;

    /// <summary>Takes back the edits and additions after a depth.</summary>
    public void RollbackTo(int depth)
    {
        while (_depth > depth)
        {
            ref var entry = ref _journal[--_depth];
            if (entry.Index < 0)
            {
                Count = ~entry.Index;
            }
            else
            {
                _rows[entry.Index] = entry.Old;
            }
        }
    }

    public ulong Mix(ulong hash) => Mix(hash, _rows.AsSpan(0, Count));

    public static ulong Mix(ulong hash, ReadOnlySpan<T> rows)
    {
        foreach (var word in MemoryMarshal.Cast<T, ulong>(rows))
        {
            hash = (System.Numerics.BitOperations.RotateLeft(hash ^ (word * 0xC2B2AE3D27D4EB4FUL), 27) * 0x9E3779B185EBCA87UL) + 1;
        }

        return hash;
    }

    private void Keep(int index)
    {
        if (_depth == _journal.Length)
        {
            Array.Resize(ref _journal, _depth * 2);
        }

        _journal[_depth++] = (index, index < 0 ? default : _rows[index]);
    }
}
