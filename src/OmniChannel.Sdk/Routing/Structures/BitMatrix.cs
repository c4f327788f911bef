using System.Numerics;
using System.Runtime.CompilerServices;

namespace OmniChannel.Routing.Structures;

/// <summary>Bits by row and column that grows in both; columns of a row lie together.</summary>
internal sealed class BitMatrix
{
    private ulong[] _bits = new ulong[16];
    private int _rows;

    /// <summary>Words of a row.</summary>
    public int Words { get; private set; } = 1;

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public ReadOnlySpan<ulong> Row(int row) => _bits.AsSpan(row * Words, Words);

    public bool Has(int row, int column) => column >> 6 < Words && (_bits[(row * Words) + (column >> 6)] >> column & 1) != 0;

    public void Set(int row, int column)
    {
        Grow(row + 1, (column >> 6) + 1);
        _bits[(row * Words) + (column >> 6)] |= 1UL << column;
    }

    public void Grow(int rows, int words)
    {
        if (words > Words)
        {
            words = (int)BitOperations.RoundUpToPowerOf2((uint)words);
            var wider = new ulong[Math.Max(_rows, rows) * words];
            for (var row = 0; row < _rows; row++)
            {
                Row(row).CopyTo(wider.AsSpan(row * words));
            }

            (_bits, Words) = (wider, words);
        }

        _rows = Math.Max(_rows, rows);
        if (_rows * Words > _bits.Length)
        {
            Array.Resize(ref _bits, (int)BitOperations.RoundUpToPowerOf2((uint)(_rows * Words)));
        }
    }
}
