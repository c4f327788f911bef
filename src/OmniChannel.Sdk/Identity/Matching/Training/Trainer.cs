using OmniChannel.Identity.Matching.Comparing;

namespace OmniChannel.Identity.Matching.Training;

/// <summary>
/// Learns a model without labels by expectation maximisation: m from candidate pairs weighted by how likely they match, u from random pairs
/// weighted by how likely they do not, so that duplicates among the random pairs do no harm.
/// </summary>
internal sealed class Trainer
{
    // Of more pairs every n-th is enough to tell how often matches differ.
    private const int MostPairs = 300_000;

    // What is assumed before anything is seen weighs as so many pairs; it matters in small files only.
    private const double PriorPairs = 12;
    private const double PriorStrangers = 100;
    private const double PriorHouseholds = 100;
    private const double Unseen = 0.3;

    // Where fields say of people no more than where they live, as many pairs of one home are assumed for each match.
    private const double AssumedHouseholds = 0.2;

    // And matches agree in each of such fields more often than not, or they would be neighbours.
    private const double MostDifferentHomes = 0.35;

    private readonly LinkModel model;
    private readonly TrainingPairs candidates;
    private readonly RandomLevels random;
    private readonly double leastHousehold;
    private readonly int threads;
    private readonly int each;

    public Trainer(LinkModel model, TrainingPairs candidates, RandomLevels random, double leastHousehold, int threads)
    {
        (this.model, this.random, this.leastHousehold, this.threads) = (model, random, leastHousehold, threads);
        each = 1 + ((candidates.Count - 1) / MostPairs);
        this.candidates = each == 1 ? candidates : candidates.Where(i => i % each == 0);
    }

    public void Learn(int rounds)
    {
        candidates.Weigh(model, threads);
        random.Weigh(model, threads);
        var before = 0.0;
        for (var round = 0; round < rounds; round++)
        {
            var matches = Round();
            if (round > 3 && Math.Abs(matches - before) < 1e-4 * (before + 1))
            {
                break;
            }

            before = matches;
        }
    }

    private double Round()
    {
        var fields = model.Fields;
        var found = Expectation.Of(model, candidates, each, threads);
        var u = random.Strangers(model);
        for (var f = 0; f < fields.Length; f++)
        {
            MaximiseM(f, found.Levels[f]);
            MaximiseU(f, u[f], found.Equal[f]);
            if (!model.HomesOnly)
            {
                MaximiseHousehold(fields[f], FieldModel.FirstHousehold(model.Records.Fields[f].Kind), found.Homes[f]);
            }
        }

        model.Prior = Math.Clamp(found.Matches / model.AllPairs, 1e-12, 0.9);
        var possible = fields.Any(f => f.Personal) && fields.Any(f => !f.Personal);
        model.Household = possible ? Math.Clamp(found.Households / model.AllPairs, Math.Max(leastHousehold, 1e-12), 0.01)
            : model.HomesOnly ? AssumedHouseholds * model.Prior
            : 0;
        model.Refresh();
        return found.Matches;
    }

    private static void MaximiseHousehold(FieldModel field, double assumed, (double Agree, double All) homes)
    {
        var learned = Math.Min(field.MostHousehold, (homes.Agree + (PriorHouseholds * assumed)) / (homes.All + PriorHouseholds));

        // Few twins and namesakes found may mean that they were taken for matches.
        field.Household = field.Personal ? Math.Max(learned, assumed) : learned;
    }

    private void MaximiseM(int f, double[] counts)
    {
        var m = model.Fields[f].M;
        var prior = model.Records.Fields[f].Comparer.Prior;
        var total = counts.Sum() + PriorPairs;
        for (var level = 0; level < m.Length; level++)
        {
            m[level] = (counts[level] + (PriorPairs * prior[level])) / total;
        }

        Bound(m, model.Records.Fields[f].Comparer.Weak, model.Fields[f], MostDifferent(model.Fields[f]));
    }

    // Of pairs that agree in all that a home shares and differ in name or birth, the more are relatives the more households there are.
    private double MostDifferent(FieldModel field) => model.HomesOnly ? Math.Min(field.MostDifferent, MostDifferentHomes)
        : !field.Personal ? field.MostDifferent
        : Math.Max(0.02, field.MostDifferent * model.Prior / (model.Prior + model.Household));

    // The class of matches must stay one of persons: who differs in name and birth more often than not is somebody else.
    private static void Bound(double[] m, int weak, FieldModel field, double most)
    {
        var last = m.Length - 1;
        var different = m[last] + (weak == last ? 0 : m[weak]);
        if (different > most)
        {
            Scale(m, level => level == last || level == weak, most);
        }

        if (m[0] < field.LeastEqual)
        {
            Scale(m, level => level == 0, field.LeastEqual);
        }
    }

    /// <summary>Gives some levels this share of the whole and the others the rest.</summary>
    private static void Scale(double[] m, Func<int, bool> some, double share)
    {
        double inside = 0;
        for (var level = 0; level < m.Length; level++)
        {
            inside += some(level) ? m[level] : 0;
        }

        for (var level = 0; level < m.Length; level++)
        {
            m[level] *= some(level) ? share / inside : (1 - share) / (1 - inside);
        }
    }

    private void MaximiseU(int f, double[] counts, double equalMatches)
    {
        var u = model.Fields[f].U;
        var field = model.Records.Fields[f];
        double equal = 0;
        for (var value = 0; value < field.Table.Count; value++)
        {
            var holders = (double)field.Holders(value);
            equal += holders * (holders - 1) / 2;
        }

        var filled = (double)field.Filled * (field.Filled - 1) / 2;
        u[FieldComparer.Exact] = (Math.Max(equal - equalMatches, 0) + Unseen + (PriorStrangers * model.Fields[f].FirstU[0])) / (filled + PriorStrangers);
        var weight = 0.0;
        for (var level = 1; level < u.Length; level++)
        {
            counts[level] += Unseen + (PriorStrangers * model.Fields[f].FirstU[level]);
            weight += counts[level];
        }

        for (var level = 1; level < u.Length; level++)
        {
            u[level] = Math.Max(counts[level] / weight * (1 - u[0]), 1e-9);
        }
    }
}
