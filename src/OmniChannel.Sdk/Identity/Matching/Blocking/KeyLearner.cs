namespace OmniChannel.Identity.Matching.Blocking;

/// <summary>Learns which keys pay: those that find likely matches again, each by several ways, for the fewest pairs.</summary>
internal sealed class KeyLearner(IReadOnlyList<BlockingKey> candidates, int records, int threads)
{
    private const int Ways = 4;
    private const int MostKeys = 30;
    private const int LargestBlock = 50;
    private const int Fewest = 20;
    private const int Sample = 16_384;

    // Block sizes are measured on each n-th record only.
    private readonly int stride = Math.Max(1, records / Sample);

    /// <summary>Keys chosen one by one: the next is the one with the most matches not yet found often enough, for its pairs.</summary>
    /// <param name="matches">Likely matches.</param>
    /// <param name="budget">Pairs that all together may make.</param>
    public List<BlockingKey> Choose(IReadOnlyList<(int A, int B, double P)> matches, long budget)
    {
        var costs = new long[candidates.Count];
        var found = new List<int>[candidates.Count];
        Parallel.For(0, candidates.Count, new ParallelOptions { MaxDegreeOfParallelism = threads },
            () => new int[Buckets()],
            (k, _, counts) =>
            {
                (costs[k], found[k]) = Try(candidates[k], matches, counts);
                return counts;
            },
            _ => { });
        var ways = new int[matches.Count];

        // The fields that all keys of a match have in common: an error in one of them would hide a match like this.
        var bound = new uint[matches.Count];
        Array.Fill(bound, uint.MaxValue);
        var chosen = new List<BlockingKey>();
        var used = new bool[candidates.Count];
        var left = budget;
        var total = matches.Sum(m => m.P);
        var gains = new double[candidates.Count];
        while (chosen.Count < MostKeys)
        {
            var within = left;
            Parallel.For(0, gains.Length, new ParallelOptions { MaxDegreeOfParallelism = threads },
                k => gains[k] = used[k] || costs[k] > within ? 0 : Gain(found[k], candidates[k].Fields, matches, ways, bound));
            var (best, value) = (-1, 0.0);
            for (var k = 0; k < candidates.Count; k++)
            {
                var gain = gains[k];

                // The square: a key that finds much is worth more than several that find little for as many pairs each.
                var worth = gain * gain / (costs[k] + (budget / 200.0));
                if (gain > 0.001 * total && worth > value)
                {
                    (best, value) = (k, worth);
                }
            }

            if (best < 0)
            {
                break;
            }

            used[best] = true;
            left -= costs[best];
            chosen.Add(candidates[best]);
            foreach (var match in found[best])
            {
                ways[match]++;
                bound[match] &= candidates[best].Fields;
            }
        }

        return total < Fewest ? [.. chosen, .. Plain(costs, used)] : chosen;
    }

    // With next to no matches to learn from, plain keys stand by for the records to come.
    private IEnumerable<BlockingKey> Plain(long[] costs, bool[] used) => KeySources.FirstKeys(candidates).Select(key => (Key: key, At: IndexOf(key)))
        .Where(k => !used[k.At] && costs[k.At] <= 4L * records).OrderBy(k => costs[k.At]).ThenBy(k => k.At).Take(12).Select(k => k.Key);

    private int IndexOf(BlockingKey key)
    {
        var at = 0;
        while (!ReferenceEquals(candidates[at], key))
        {
            at++;
        }

        return at;
    }

    private static double Gain(List<int> found, uint fields, IReadOnlyList<(int A, int B, double P)> matches, int[] ways, uint[] bound)
    {
        double gain = 0;
        foreach (var match in found)
        {
            gain += matches[match].P * Gain(ways[match], bound[match], fields);
        }

        return gain;
    }

    // Finding a match counts most, then finding it without a field that was needed so far, then finding it once more.
    private static double Gain(int ways, uint bound, uint fields) => ways == 0 ? 1
        : (bound & ~fields) != 0 ? 0.5 * System.Numerics.BitOperations.PopCount(bound & ~fields) / System.Numerics.BitOperations.PopCount(bound)
        : ways < Ways ? 1.0 / (8 << ways)
        : 0;

    /// <summary>The pairs a key makes in blocks that are not too large, and the matches among them.</summary>
    private (long Cost, List<int> Found) Try(BlockingKey key, IReadOnlyList<(int A, int B, double P)> matches, int[] counts)
    {
        Array.Clear(counts);
        var mask = (ulong)(counts.Length - 1);
        for (var record = 0; record < records; record += stride)
        {
            if (key.Of(record) is not 0 and var hash)
            {
                counts[hash & mask]++;
            }
        }

        var largest = Math.Max(2, LargestBlock / stride);
        long cost = 0;
        foreach (var count in counts)
        {
            cost += count <= largest ? (long)count * (count - 1) / 2 : 0;
        }

        cost *= (long)stride * stride;

        var found = new List<int>();
        for (var i = 0; i < matches.Count; i++)
        {
            var hash = key.Of(matches[i].A);
            if (hash != 0 && counts[hash & mask] <= largest && hash == key.Of(matches[i].B))
            {
                found.Add(i);
            }
        }

        return (cost, found);
    }

    private int Buckets() => (int)System.Numerics.BitOperations.RoundUpToPowerOf2((uint)Math.Max(64, Math.Min(records, Sample * 2) * 4));
}
