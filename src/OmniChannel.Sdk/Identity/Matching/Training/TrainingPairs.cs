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

    public TrainingPairs(PreparedRecords records, long[] pairs, int threads)
    {
        this.records = records;
        this.pairs = pairs;
        width = records.Fields.Length;
        levels = new byte[(long)pairs.Length * width];
        var comparer = new PairComparer(records);
        Partitions.Run(pairs.Length, threads, (_, start, end) =>
        {
            for (var i = start; i < end; i++)
            {
                comparer.Compare(Left(i), Right(i), levels.AsSpan(i * width, width));
            }
        });
    }

    public int Count => pairs.Length;

    public int Left(int pair) => (int)(pairs[pair] >> 32);

    public int Right(int pair) => (int)pairs[pair];

    public ReadOnlySpan<byte> Levels(int pair) => levels.AsSpan(pair * width, width);

    public PreparedRecords Records => records;
}
