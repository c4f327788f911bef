namespace OmniChannel.Identity.Matching.Training;

/// <summary>Pairs of records drawn without regard to their values, the same at every run.</summary>
internal static class RandomPairs
{
    public static long[] Draw(int records, int count)
    {
        var all = (long)records * (records - 1) / 2;
        var pairs = new long[Math.Min(all, count)];
        if (all <= count)
        {
            var at = 0;
            for (var a = 0; a < records; a++)
            {
                for (var b = a + 1; b < records; b++)
                {
                    pairs[at++] = ((long)a << 32) | (uint)b;
                }
            }

            return pairs;
        }

        // A linear congruential generator of full period (Knuth, MMIX); its upper bits choose.
        var state = 88172645463325252UL;
        for (var i = 0; i < pairs.Length; i++)
        {
            var a = Next(ref state, records);
            var b = Next(ref state, records - 1);
            b += b >= a ? 1 : 0;
            pairs[i] = ((long)Math.Min(a, b) << 32) | (uint)Math.Max(a, b);
        }

        return pairs;
    }

    private static int Next(ref ulong state, int below)
    {
        state = (state * 6364136223846793005UL) + 1442695040888963407UL;
        return (int)(((state >> 32) * (ulong)below) >> 32);
    }
}
