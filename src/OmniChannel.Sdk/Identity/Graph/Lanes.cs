namespace OmniChannel.Identity.Graph;

/// <summary>
/// Limits of sixteen types, compared with packed counts all at once. Counts are four bits a type; a limit lane is a byte that carries into
/// its top bit when a sum is above the limit.
/// </summary>
internal struct Lanes
{
    public const int Count = 16;
    public const int MostLimit = 14;
    private const ulong Low = 0x0F0F0F0F0F0F0F0F;
    private const ulong Top = 0x8080808080808080;
    private const ulong AllButTop = ~Top;
    private ulong _even;
    private ulong _odd;

    /// <summary>Sets a type's limit; lanes without one never break.</summary>
    public void Limit(int lane, int most)
    {
        var carry = (ulong)(127 - most) << (lane / 2 * 8);
        if (lane % 2 == 0)
        {
            _even |= carry;
        }
        else
        {
            _odd |= carry;
        }
    }

    public static ulong One(int lane) => 1UL << (lane * 4);

    /// <summary>True when both sides bring some of a type and have more of it together than may be.</summary>
    public readonly bool Breaks(ulong left, ulong right) =>
        ((Over(left & Low, right & Low, _even) & Both(left & Low, right & Low))
            | (Over((left >> 4) & Low, (right >> 4) & Low, _odd) & Both((left >> 4) & Low, (right >> 4) & Low))) != 0;

    /// <summary>The first lane of which <see cref="Breaks"/> is true; -1 for none.</summary>
    public readonly int FirstBroken(ulong left, ulong right)
    {
        for (var lane = 0; lane < Count; lane++)
        {
            var only = 0xFUL << (lane * 4);
            if (Breaks(left & only, right & only))
            {
                return lane;
            }
        }

        return -1;
    }

    /// <summary>True when one customer alone has more than may be.</summary>
    public readonly bool Exceeded(ulong counts) => (Over(counts & Low, 0, _even) | Over((counts >> 4) & Low, 0, _odd)) != 0;

    /// <summary>Adds counts, each stopping at 15.</summary>
    public static ulong Add(ulong left, ulong right)
    {
        if (((left | right) & 0x8888888888888888) == 0)
        {
            return left + right;
        }

        return Saturate((left & Low) + (right & Low)) | (Saturate(((left >> 4) & Low) + ((right >> 4) & Low)) << 4);
    }

    /// <summary>The greater of two counts, type by type.</summary>
    public static ulong Max(ulong left, ulong right) =>
        Greater(left & Low, right & Low) | (Greater((left >> 4) & Low, (right >> 4) & Low) << 4);

    /// <summary>True when the count of a lane stopped at its most.</summary>
    public static bool IsFull(ulong counts, ulong one) => (counts & (one * 0xF)) == one * 0xF && one != 0;

    /// <summary>True when there is just one of a lane.</summary>
    public static bool IsOne(ulong counts, ulong one) => (counts & (one * 0xF)) == one;

    private static ulong Saturate(ulong sum)
    {
        var over = (sum >> 4) & 0x0101010101010101;
        return (sum & Low) | (over * 0xF);
    }

    private static ulong Greater(ulong left, ulong right)
    {
        var keep = ((((left | Top) - right) & Top) >> 7) * 0xFF;
        return (left & keep) | (right & ~keep);
    }

    private static ulong Over(ulong left, ulong right, ulong limit) => (left + right + limit) & Top;

    private static ulong Both(ulong left, ulong right) => (left + AllButTop) & (right + AllButTop) & Top;
}
