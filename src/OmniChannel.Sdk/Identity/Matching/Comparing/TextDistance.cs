using System.Numerics;

namespace OmniChannel.Identity.Matching.Comparing;

/// <summary>Optimal string alignment (Damerau-Levenshtein with neighbours swapped) and Jaro-Winkler, without allocation.</summary>
internal static class TextDistance
{
    /// <summary>Edits between two texts, at most <paramref name="limit"/> + 1.</summary>
    /// <remarks>Bit-parallel after Hyyrö, "A Bit-Vector Algorithm for Computing Levenshtein and Damerau Edit Distances" (2003).</remarks>
    public static int Edits(ReadOnlySpan<char> a, ReadOnlySpan<char> b, int limit)
    {
        if (a.Length > b.Length)
        {
            var swap = a;
            a = b;
            b = swap;
        }

        if (b.Length - a.Length > limit)
        {
            return limit + 1;
        }

        if (a.Length == 0)
        {
            return b.Length;
        }

        return a.Length > 64 ? LongEdits(a, b, limit) : BitEdits(a, b, limit);
    }

    private static int BitEdits(ReadOnlySpan<char> a, ReadOnlySpan<char> b, int limit)
    {
        var top = 1UL << (a.Length - 1);
        ulong vp = ulong.MaxValue, vn = 0, d0 = 0, before = 0;
        var distance = a.Length;
        var letters = new Letters(a, stackalloc ushort[Letters.Most]);
        for (var j = 0; j < b.Length; j++)
        {
            var match = letters[b[j]];
            var swapped = ((~d0 & match) << 1) & before;
            d0 = swapped | ((((match & vp) + vp) ^ vp) | match | vn);
            var hp = vn | ~(d0 | vp);
            var hn = vp & d0;
            distance += (hp & top) != 0 ? 1 : (hn & top) != 0 ? -1 : 0;
            if (distance - (b.Length - 1 - j) > limit)
            {
                return limit + 1;
            }

            hp = (hp << 1) | 1;
            vp = (hn << 1) | ~(d0 | hp);
            vn = hp & d0;
            before = match;
        }

        return distance;
    }

    // Texts over 64 characters: the plain table, three rows at a time.
    private static int LongEdits(ReadOnlySpan<char> a, ReadOnlySpan<char> b, int limit)
    {
        var rows = new int[3][];
        for (var r = 0; r < 3; r++)
        {
            rows[r] = new int[b.Length + 1];
        }

        for (var j = 0; j <= b.Length; j++)
        {
            rows[0][j] = j;
        }

        for (var i = 1; i <= a.Length; i++)
        {
            var (row, above, two) = (rows[i % 3], rows[(i + 2) % 3], rows[(i + 1) % 3]);
            row[0] = i;
            for (var j = 1; j <= b.Length; j++)
            {
                var best = Math.Min(Math.Min(above[j], row[j - 1]) + 1, above[j - 1] + (a[i - 1] == b[j - 1] ? 0 : 1));
                if (i > 1 && j > 1 && a[i - 1] == b[j - 2] && a[i - 2] == b[j - 1])
                {
                    best = Math.Min(best, two[j - 2] + 1);
                }

                row[j] = best;
            }
        }

        return Math.Min(rows[a.Length % 3][b.Length], limit + 1);
    }

    /// <summary>Jaro-Winkler likeness from 0 to 1 with the usual prefix weight of 0.1 over at most four characters; texts are cut at 64.</summary>
    /// <remarks>Winkler, "String Comparator Metrics and Enhanced Decision Rules in the Fellegi-Sunter Model" (1990).</remarks>
    public static double JaroWinkler(ReadOnlySpan<char> a, ReadOnlySpan<char> b)
    {
        a = a.Length > 64 ? a[..64] : a;
        b = b.Length > 64 ? b[..64] : b;
        if (a.Length == 0 || b.Length == 0)
        {
            return 0;
        }

        var window = Math.Max(0, (Math.Max(a.Length, b.Length) / 2) - 1);
        ulong inA = 0, inB = 0;
        var letters = new Letters(b, stackalloc ushort[Letters.Most]);
        for (var i = 0; i < a.Length; i++)
        {
            // The first place that is near enough and not yet taken.
            var near = (ulong.MaxValue >> (63 - Math.Min(63, i + window))) & (ulong.MaxValue << Math.Max(0, i - window));
            var places = letters[a[i]] & near & ~inB;
            if (places != 0)
            {
                inA |= 1UL << i;
                inB |= places & (~places + 1);
            }
        }

        var matches = BitOperations.PopCount(inA);
        if (matches == 0)
        {
            return 0;
        }

        var halves = 0;
        for (ulong left = inA, right = inB; left != 0; left &= left - 1, right &= right - 1)
        {
            halves += a[BitOperations.TrailingZeroCount(left)] == b[BitOperations.TrailingZeroCount(right)] ? 0 : 1;
        }

        double m = matches;
        var jaro = ((m / a.Length) + (m / b.Length) + ((m - (halves / 2)) / m)) / 3;
        return jaro + (CommonPrefix(a, b, 4) * 0.1 * (1 - jaro));
    }

    public static int CommonPrefix(ReadOnlySpan<char> a, ReadOnlySpan<char> b, int limit)
    {
        var end = Math.Min(limit, Math.Min(a.Length, b.Length));
        var length = 0;
        while (length < end && a[length] == b[length])
        {
            length++;
        }

        return length;
    }
}
