using OmniChannel.Identity.Matching.Comparing;

namespace OmniChannel.Identity.Matching.Training;

/// <summary>What a round of training counts of candidate pairs, each weighted by how likely it is a match or of one household.</summary>
internal sealed class Expectation
{
    // What is less likely of a household does not count for one.
    private const double Least = 1e-3;
    private const double Negligible = 1e-6;

    private readonly LinkModel model;

    private Expectation(LinkModel model)
    {
        this.model = model;
        Levels = [.. model.Fields.Select(field => new double[field.M.Length])];
        Equal = new double[model.Fields.Length];
        Homes = new (double, double)[model.Fields.Length];
    }

    /// <summary>Matches of each field and level, of pairs that would be there if the field differed.</summary>
    public double[][] Levels { get; }

    /// <summary>Matches that are equal in a field.</summary>
    public double[] Equal { get; }

    /// <summary>Pairs of one household that agree in a field because it is shared, and all that have the field.</summary>
    public (double Agree, double All)[] Homes { get; }

    public double Matches { get; private set; }

    public double Households { get; private set; }

    /// <summary>Counts in pieces that are added in order, so that the sums do not depend on how many threads there are.</summary>
    /// <param name="model">What is known so far.</param>
    /// <param name="pairs">The pairs.</param>
    /// <param name="each">How many pairs each of them stands for.</param>
    /// <param name="threads">How many pieces are counted at a time.</param>
    public static Expectation Of(LinkModel model, TrainingPairs pairs, int each, int threads)
    {
        var pieces = new Expectation[Partitions.Count(pairs.Count)];
        Partitions.Run(pairs.Count, threads, (piece, start, end) =>
        {
            var sums = new Expectation(model);
            for (var i = start; i < end; i++)
            {
                sums.Add(pairs, i);
            }

            pieces[piece] = sums;
        });
        var all = new Expectation(model);
        Array.ForEach(pieces, piece => all.Add(piece, each));
        return all;
    }

    private void Add(TrainingPairs pairs, int i)
    {
        var levels = pairs.Levels(i);
        var (match, household) = pairs.Posterior(model, i);
        Matches += match;
        Households += household;
        for (var f = 0; match + household > Negligible && f < levels.Length; f++)
        {
            if (levels[f] == FieldComparer.Missing)
            {
                continue;
            }

            Equal[f] += levels[f] == FieldComparer.Exact ? match : 0;
            if (!pairs.Speaks(i, f))
            {
                continue;
            }

            Levels[f][levels[f]] += match;
            if (household > Least)
            {
                Homes[f].Agree += household * model.SharedAtHome(f, levels[f], pairs.Commons(i)[f]);
                Homes[f].All += household;
            }
        }
    }

    private void Add(Expectation other, int times)
    {
        Matches += times * other.Matches;
        Households += times * other.Households;
        for (var f = 0; f < Levels.Length; f++)
        {
            Equal[f] += times * other.Equal[f];
            Homes[f] = (Homes[f].Agree + (times * other.Homes[f].Agree), Homes[f].All + (times * other.Homes[f].All));
            for (var level = 0; level < Levels[f].Length; level++)
            {
                Levels[f][level] += times * other.Levels[f][level];
            }
        }
    }
}
