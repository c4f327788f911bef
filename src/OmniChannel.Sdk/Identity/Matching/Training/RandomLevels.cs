using OmniChannel.Identity.Matching.Blocking;
using OmniChannel.Identity.Matching.Comparing;

namespace OmniChannel.Identity.Matching.Training;

/// <summary>The levels of random pairs: all counted once, and those that could be matches kept to be weighed again in every round.</summary>
internal sealed class RandomLevels
{
    private const double Doubtful = -10;

    private readonly double[][] counts;
    private readonly TrainingPairs doubtful;

    public RandomLevels(LinkModel model, int pairs, int threads)
    {
        var drawn = CandidatePairs.Free(RandomPairs.Draw(model.Records.Count, pairs));
        var all = TrainingPairs.Compare(model, drawn, double.NegativeInfinity, threads);
        counts = [.. model.Fields.Select(field => new double[field.M.Length])];
        for (var i = 0; i < all.Count; i++)
        {
            Add(counts, all.Levels(i), 1);
        }

        doubtful = all.Where(i => model.Matters(all.Levels(i), all.Left(i), all.Right(i), Doubtful));
    }

    public void Weigh(LinkModel model, int threads) => doubtful.Weigh(model, threads);

    /// <summary>Counts a field and level, each pair weighted by how likely it is no match.</summary>
    public double[][] Strangers(LinkModel model)
    {
        double[][] strangers = [.. counts.Select(levels => (double[])levels.Clone())];
        for (var i = 0; i < doubtful.Count; i++)
        {
            Add(strangers, doubtful.Levels(i), -doubtful.Posterior(model, i).Match);
        }

        return strangers;
    }

    private static void Add(double[][] counts, ReadOnlySpan<byte> levels, double weight)
    {
        for (var f = 0; f < levels.Length; f++)
        {
            if (levels[f] != FieldComparer.Missing)
            {
                counts[f][levels[f]] += weight;
            }
        }
    }
}
