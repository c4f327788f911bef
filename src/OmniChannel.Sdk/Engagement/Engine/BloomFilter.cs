using System.Numerics;

namespace OmniChannel.Engagement.Engine;

/// <summary>
/// A set of 64-bit hashes that may say yes wrongly, in one of several hundred cases when full, and never no wrongly: twelve bits a key or more,
/// eight of them looked at (Bloom, "Space/time trade-offs in hash coding with allowable errors", 1970; positions from two halves of the hash as in
/// Kirsch and Mitzenmacher, "Less hashing, same performance", 2006).
/// </summary>
internal sealed class BloomFilter
{
    public const int Smallest = 1 << 12;
    public const int Largest = 1 << 24;
    private const int BitsPerKey = 12;
    private const int Looks = 8;
    private readonly ulong[] _bits;
    private readonly uint _mask;
    private int _count;

    /// <param name="capacity">How many keys it takes.</param>
    public BloomFilter(int capacity)
    {
        Capacity = capacity;
        var bits = (uint)BitOperations.RoundUpToPowerOf2((ulong)capacity * BitsPerKey);
        (_bits, _mask) = (new ulong[bits / 64], bits - 1);
    }

    public int Capacity { get; }

    public bool IsFull => _count >= Capacity;

    public void Add(long key)
    {
        _count++;
        var (at, step) = Start(key);
        for (var i = 0; i < Looks; i++, at += step)
        {
            _bits[(at & _mask) >> 6] |= 1ul << (int)(at & 63);
        }
    }

    public bool Contains(long key)
    {
        var (at, step) = Start(key);
        for (var i = 0; i < Looks; i++, at += step)
        {
            if ((_bits[(at & _mask) >> 6] & (1ul << (int)(at & 63))) == 0)
            {
                return false;
            }
        }

        return true;
    }

    private static (uint At, uint Step) Start(long key) => ((uint)key, (uint)((ulong)key >> 32) | 1);
}
