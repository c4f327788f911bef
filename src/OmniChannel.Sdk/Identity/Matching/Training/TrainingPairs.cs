using OmniChannel.Identity.Matching.Blocking;
using OmniChannel.Identity.Matching.Comparing;

namespace OmniChannel.Identity.Matching.Training;

/// <summary>Pairs with their levels, compared once and read in every round of training.</summary>
internal sealed class TrainingPairs
{
    private readonly long[] pairs;
    private readonly uint[] bound;
    private readonly byte[][] levels;
    private readonly int width;
    private float[][] commons = [];

    private TrainingPairs(long[] pairs, uint[] bound, int width)
    {
        (this.pairs, this.bound, this.width) = (pairs, bound, width);
        levels = new byte[Partitions.Count(pairs.Length)][];
        for (var piece = 0; piece < levels.Length; piece++)
        {
            levels[piece] = new byte[Partitions.Length(pairs.Length, piece) * width];
        }
    }

    public int Count => pairs.Length;

    public long Pair(int index) => pairs[index];

    public int Left(int pair) => (int)(pairs[pair] >> 32);

    public int Right(int pair) => (int)pairs[pair];

    public ReadOnlySpan<byte> Levels(int pair) => levels[pair / Partitions.Size].AsSpan(pair % Partitions.Size * width, width);

    public ReadOnlySpan<float> Commons(int pair) => commons[pair / Partitions.Size].AsSpan(pair % Partitions.Size * width, width);

    public (double Match, double Household) Posterior(LinkModel model, int pair) => model.Posterior(Levels(pair), Commons(pair), Left(pair), Right(pair));

    /// <summary>Takes the frequencies of values as the model has learned them; rounds of training read them from here.</summary>
    public void Weigh(LinkModel model, int threads)
    {
        commons = commons.Length > 0 ? commons : Array.ConvertAll(levels, piece => new float[piece.Length]);
        Partitions.Run(Count, threads, (piece, start, end) =>
        {
            for (var i = start; i < end; i++)
            {
                model.Commons(Levels(i), Left(i), Right(i), commons[piece].AsSpan((i - start) * width, width));
            }
        });
    }

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
        var kept = new (List<int> Index, byte[] Levels)[Partitions.Count(pairs.Length)];
        var comparer = new PairComparer(model.Records);
        Partitions.Run(pairs.Length, threads, (piece, start, end) =>
        {
            var index = new List<int>();
            var bytes = new byte[(end - start) * width];
            for (var i = start; i < end; i++)
            {
                var (a, b) = ((int)(pairs[i] >> 32), (int)pairs[i]);
                var buffer = bytes.AsSpan(index.Count * width, width);
                comparer.Compare(a, b, buffer);
                if (double.IsNegativeInfinity(floor) || model.Matters(buffer, a, b, floor))
                {
                    index.Add(i);
                }
            }

            kept[piece] = (index, bytes[..(index.Count * width)]);
        });
        var count = kept.Sum(k => k.Index.Count);
        var result = new TrainingPairs(new long[count], new uint[count], width);
        var at = 0;
        foreach (var (index, bytes) in kept)
        {
            for (var i = 0; i < index.Count; i++, at++)
            {
                result.Set(at, pairs[index[i]], candidates.Bound[index[i]], bytes.AsSpan(i * width, width));
            }
        }

        return result;
    }

    /// <summary>The pairs that a test lets through.</summary>
    public TrainingPairs Where(Func<int, bool> test)
    {
        var chosen = new List<int>();
        for (var i = 0; i < Count; i++)
        {
            if (test(i))
            {
                chosen.Add(i);
            }
        }

        var some = new TrainingPairs(new long[chosen.Count], new uint[chosen.Count], width);
        for (var i = 0; i < chosen.Count; i++)
        {
            some.Set(i, pairs[chosen[i]], bound[chosen[i]], Levels(chosen[i]));
        }

        return some;
    }

    private void Set(int index, long pair, uint fields, ReadOnlySpan<byte> values)
    {
        (pairs[index], bound[index]) = (pair, fields);
        values.CopyTo(levels[index / Partitions.Size].AsSpan(index % Partitions.Size * width));
    }
}
