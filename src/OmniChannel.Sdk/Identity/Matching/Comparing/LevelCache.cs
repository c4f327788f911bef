namespace OmniChannel.Identity.Matching.Comparing;

/// <summary>
/// Levels of pairs of values that were compared lately: the same names and places meet again and again. Each entry is one word, so any number
/// of threads may read and write; what one overwrites is only compared again.
/// </summary>
internal sealed class LevelCache
{
    private const int Bits = 14;
    private const int ValueBits = 28;

    private readonly ulong[] entries = new ulong[1 << Bits];

    public byte Level(FieldComparer comparer, Fields.ValueTable table, int a, int b)
    {
        if (((a | b) >> ValueBits) != 0)
        {
            return comparer.Compare(table, a, b);
        }

        var key = ((ulong)(uint)a << ValueBits) | (uint)b;
        ref var entry = ref entries[(key * 0x9E3779B97F4A7C15UL) >> (64 - Bits)];
        var known = entry;
        if (known >> 8 == key)
        {
            return (byte)known;
        }

        var level = comparer.Compare(table, a, b);
        entry = (key << 8) | level;
        return level;
    }
}
