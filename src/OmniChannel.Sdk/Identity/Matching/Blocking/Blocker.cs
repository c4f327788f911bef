using OmniChannel.Identity.Matching.Training;

namespace OmniChannel.Identity.Matching.Blocking;

/// <summary>
/// Makes candidate pairs of a set of keys within a budget. Small blocks come first: the rarer a shared value, the likelier the match, so the
/// budget is spent where it pays. A pair that several keys hold comes from the one with the smallest block, so no pair comes twice.
/// </summary>
internal sealed class Blocker(IReadOnlyList<BlockingKey> keys, int records, bool[]? second, int threads)
{
    private const int LargestBlock = 400;
    private const int SmallSet = 5000;

    private readonly int width = keys.Count;
    private readonly uint[] fields = [.. keys.Select(key => key.Fields)];

    public CandidatePairs Pairs(long budget)
    {
        if ((long)records * (records - 1) / 2 <= Math.Max(budget, SmallSet))
        {
            return CandidatePairs.Free(Array.FindAll(RandomPairs.Draw(records, int.MaxValue), pair => Allowed((int)(pair >> 32), (int)pair)));
        }

        var table = new KeyTable(keys, records, threads);
        var limit = Limit(table, budget * 3);
        var found = new FoundPairs[width];
        Parallel.For(0, width, new ParallelOptions { MaxDegreeOfParallelism = threads }, k => found[k] = Expand(table, k, limit));
        return Cheapest(found, limit, budget);
    }

    /// <summary>The largest block with which all keys together stay within some pairs.</summary>
    private int Limit(KeyTable table, long budget)
    {
        var pairs = new long[LargestBlock + 1];
        for (var k = 0; k < width; k++)
        {
            foreach (var (start, end) in table.Blocks(k))
            {
                if (end - start <= LargestBlock)
                {
                    pairs[end - start] += (long)(end - start) * (end - start - 1) / 2;
                }
            }
        }

        var limit = 2;
        for (var total = pairs[2]; limit < LargestBlock && total + pairs[limit + 1] <= budget; limit++)
        {
            total += pairs[limit + 1];
        }

        return limit;
    }

    private FoundPairs Expand(KeyTable table, int k, int limit)
    {
        var pairs = new FoundPairs();
        foreach (var (start, end) in table.Blocks(k))
        {
            var size = end - start;
            if (size > limit)
            {
                continue;
            }

            var block = table.Records(k, start, end);
            for (var i = 0; i < size; i++)
            {
                for (var j = i + 1; j < size; j++)
                {
                    var (a, b) = (block[i], block[j]);
                    if (Allowed(a, b) && Owns(table.Row(a), table.Row(b), k, size, limit, out var bound))
                    {
                        pairs.Add(new(((long)Math.Min(a, b) << 32) | (uint)Math.Max(a, b), size, bound));
                    }
                }
            }
        }

        return pairs;
    }

    // With two sources, pairs go across.
    private bool Allowed(int a, int b) => second is null || second[a] != second[b];

    private bool Owns(ReadOnlySpan<KeyTable.Cell> a, ReadOnlySpan<KeyTable.Cell> b, int k, int size, int limit, out uint bound)
    {
        bound = fields[k];
        for (var other = 0; other < a.Length; other++)
        {
            if (a[other].Hash == b[other].Hash && a[other].Hash != 0 && other != k && a[other].Size <= limit)
            {
                if (a[other].Size < size || (a[other].Size == size && other < k))
                {
                    return false;
                }

                bound &= fields[other];
            }
        }

        return true;
    }

    private static CandidatePairs Cheapest(FoundPairs[] found, int limit, long budget)
    {
        var counts = new long[limit + 1];
        foreach (var list in found)
        {
            for (var i = 0; i < list.Count; i++)
            {
                counts[list[i].Price]++;
            }
        }

        var cut = 2;
        var total = counts[2];
        while (cut < limit && total + counts[cut + 1] <= budget)
        {
            total += counts[++cut];
        }

        var pairs = new CandidatePairs(new long[total], new uint[total]);
        var at = 0;
        foreach (var list in found)
        {
            for (var i = 0; i < list.Count; i++)
            {
                if (list[i] is var pair && pair.Price <= cut)
                {
                    pairs.Pairs[at] = pair.Pair;
                    pairs.Bound[at++] = pair.Bound;
                }
            }
        }

        return pairs;
    }
}
