using OmniChannel.Identity.Matching.Blocking;
using OmniChannel.Identity.Matching.Comparing;
using OmniChannel.Identity.Matching.Fields;

namespace OmniChannel.Identity.Matching.Training;

/// <summary>Pairs with their levels, compared once and read in every round of training.</summary>
internal sealed class TrainingPairs
{
    private readonly PreparedRecords records;
    private readonly long[] pairs;
    private readonly byte[] levels;
    private readonly int width;
    private readonly uint[] bound;

    /// <param name="records">The records.</param>
    /// <param name="pairs">The pairs, the smaller record in the upper half.</param>
    /// <param name="keys">The keys that brought the pairs; none for random pairs.</param>
    /// <param name="threads">Threads used.</param>
    public TrainingPairs(PreparedRecords records, long[] pairs, IReadOnlyList<BlockingKey> keys, int threads)
    {
        this.records = records;
        this.pairs = pairs;
        width = records.Fields.Length;
        levels = new byte[(long)pairs.Length * width];
        bound = new uint[pairs.Length];
        var comparer = new PairComparer(records);
        Partitions.Run(pairs.Length, threads, (_, start, end) =>
        {
            for (var i = start; i < end; i++)
            {
                comparer.Compare(Left(i), Right(i), levels.AsSpan(i * width, width));
                bound[i] = Bound(keys, Left(i), Right(i));
            }
        });
    }

    public int Count => pairs.Length;

    public int Left(int pair) => (int)(pairs[pair] >> 32);

    public int Right(int pair) => (int)pairs[pair];

    public ReadOnlySpan<byte> Levels(int pair) => levels.AsSpan(pair * width, width);

    /// <summary>
    /// Whether the pair would be here even if it differed in the field. Pairs that were only found because a field agrees say nothing about
    /// how often it does.
    /// </summary>
    public bool Speaks(int pair, int f) => (bound[pair] & (1u << f)) == 0;

    public PreparedRecords Records => records;

    // The fields that are part of every key the pair has in common.
    private static uint Bound(IReadOnlyList<BlockingKey> keys, int a, int b)
    {
        if (keys.Count == 0)
        {
            return 0;
        }

        var fields = uint.MaxValue;
        for (var k = 0; k < keys.Count && fields != 0; k++)
        {
            if ((fields & keys[k].Fields) != fields && keys[k].Holds(a, b))
            {
                fields &= keys[k].Fields;
            }
        }

        return fields == uint.MaxValue ? 0 : fields;
    }
}
