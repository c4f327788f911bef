using OmniChannel.Identity.Matching.Training;

namespace OmniChannel.Identity.Matching.Blocking;

/// <summary>
/// Makes candidate pairs of a set of keys within a budget. Small blocks come first: the rarer a shared value, the likelier the match, so the
/// budget is spent where it pays.
/// </summary>
internal sealed class Blocker(IReadOnlyList<BlockingKey> keys, int records, int threads)
{
    private const int LargestBlock = 400;
    private const int SmallSet = 5000;

    /// <summary>Distinct pairs, the smaller record in the upper half, in ascending order.</summary>
    public long[] Pairs(long budget)
    {
        if ((long)records * (records - 1) / 2 <= Math.Max(budget, SmallSet))
        {
            return RandomPairs.Draw(records, int.MaxValue);
        }

        var groups = new KeyGroups[keys.Count];
        Parallel.For(0, keys.Count, new ParallelOptions { MaxDegreeOfParallelism = threads }, k => groups[k] = new(keys[k], records));
        var limit = Limit(groups, budget * 3);
        var found = new List<(long Pair, int Price)>[keys.Count];
        Parallel.For(0, keys.Count, new ParallelOptions { MaxDegreeOfParallelism = threads }, k => found[k] = Expand(groups[k], limit));
        var best = new Dictionary<long, int>();
        foreach (var list in found)
        {
            foreach (var (pair, price) in list)
            {
                ref var slot = ref System.Runtime.InteropServices.CollectionsMarshal.GetValueRefOrAddDefault(best, pair, out var known);
                slot = known ? Math.Min(slot, price) : price;
            }
        }

        var counts = new long[limit + 1];
        foreach (var price in best.Values)
        {
            counts[price]++;
        }

        var cut = 0;
        for (long total = 0; cut < limit && total + counts[cut + 1] <= budget; cut++)
        {
            total += counts[cut + 1];
        }

        cut = Math.Max(cut, 2);
        var pairs = best.Where(p => p.Value <= cut).Select(p => p.Key).ToArray();
        Array.Sort(pairs);
        return pairs;
    }

    private static int Limit(KeyGroups[] groups, long budget)
    {
        var pairs = new long[LargestBlock + 1];
        foreach (var group in groups)
        {
            group.ForEach(block =>
            {
                if (block.Length <= LargestBlock)
                {
                    pairs[block.Length] += (long)block.Length * (block.Length - 1) / 2;
                }
            });
        }

        var limit = 2;
        for (var total = pairs[2]; limit < LargestBlock && total + pairs[limit + 1] <= budget; limit++)
        {
            total += pairs[limit + 1];
        }

        return limit;
    }

    private static List<(long Pair, int Price)> Expand(KeyGroups group, int limit)
    {
        var pairs = new List<(long, int)>();
        group.ForEach(block =>
        {
            if (block.Length > limit)
            {
                return;
            }

            var records = block.Span;
            for (var i = 0; i < records.Length; i++)
            {
                for (var j = i + 1; j < records.Length; j++)
                {
                    var (a, b) = (Math.Min(records[i], records[j]), Math.Max(records[i], records[j]));
                    pairs.Add((((long)a << 32) | (uint)b, block.Length));
                }
            }
        });
        return pairs;
    }
}
