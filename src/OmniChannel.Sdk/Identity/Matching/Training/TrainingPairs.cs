using OmniChannel.Identity.Matching.Blocking;
using OmniChannel.Identity.Matching.Comparing;

namespace OmniChannel.Identity.Matching.Training;

/// <summary>Pairs with their levels, compared once and read in every round of training.</summary>
internal sealed class TrainingPairs
{
    private readonly long[] pairs;
    private readonly uint[] bound;
    private readonly byte[] levels;
    private readonly int width;

    private TrainingPairs(long[] pairs, uint[] bound, byte[] levels, int width) => (this.pairs, this.bound, this.levels, this.width) = (pairs, bound, levels, width);

    public int Count => pairs.Length;

    public long Pair(int index) => pairs[index];

    public int Left(int pair) => (int)(pairs[pair] >> 32);

    public int Right(int pair) => (int)pairs[pair];

    public ReadOnlySpan<byte> Levels(int pair) => levels.AsSpan(pair * width, width);

    /// <summary>
    /// Whether the pair would be here even if it differed in the field. Pairs that were only found because a field agrees say nothing about
    /// how often it does.
    /// </summary>
    public bool Speaks(int pair, int f) => (bound[pair] & (1u << f)) == 0;

    /// <summary>Compares pairs and keeps those that may be matches or of one household; the rest is neither in any later round.</summary>
    public static TrainingPairs Compare(LinkModel model, CandidatePairs candidates, double floor, int threads)
    {
        var width = model.Fields.Length;
        var pairs = candidates.Pairs;
        var kept = new (List<int> Index, List<byte> Levels)[Partitions.Count(pairs.Length)];
        var comparer = new PairComparer(model.Records);
        Partitions.Run(pairs.Length, threads, (piece, start, end) =>
        {
            var index = new List<int>();
            var bytes = new List<byte>();
            Span<byte> buffer = stackalloc byte[width];
            for (var i = start; i < end; i++)
            {
                var (a, b) = ((int)(pairs[i] >> 32), (int)pairs[i]);
                comparer.Compare(a, b, buffer);
                if (double.IsNegativeInfinity(floor) || model.Matters(buffer, a, b, floor))
                {
                    index.Add(i);
                    bytes.AddRange(buffer);
                }
            }

            kept[piece] = (index, bytes);
        });
        var chosen = kept.SelectMany(k => k.Index).ToArray();
        return new([.. chosen.Select(i => pairs[i])], [.. chosen.Select(i => candidates.Bound[i])], Join(kept, chosen.Length * width), width);
    }

    /// <summary>The pairs that a test lets through.</summary>
    public TrainingPairs Where(Func<int, bool> test)
    {
        var chosen = Enumerable.Range(0, Count).Where(test).ToArray();
        var some = new byte[chosen.Length * width];
        for (var i = 0; i < chosen.Length; i++)
        {
            Levels(chosen[i]).CopyTo(some.AsSpan(i * width));
        }

        return new([.. chosen.Select(i => pairs[i])], [.. chosen.Select(i => bound[i])], some, width);
    }

    private static byte[] Join((List<int> Index, List<byte> Levels)[] kept, int length)
    {
        var all = new byte[length];
        var at = 0;
        foreach (var (_, bytes) in kept)
        {
            bytes.CopyTo(all, at);
            at += bytes.Count;
        }

        return all;
    }
}
