using OmniChannel.Identity.Matching;
using OmniChannel.Identity.Matching.Blocking;
using OmniChannel.Identity.Matching.Comparing;
using OmniChannel.Identity.Matching.Training;
using OmniChannel.Matching.Accuracy;

namespace OmniChannel.Matching;

/// <summary>
/// Where the matcher loses true pairs: never compared, below the threshold, or parted by clustering; and what the same scores, and the same model
/// taught with the truth, would find at best at the precision asked for.
/// </summary>
internal static class AccuracyDiagnosis
{
    private const int Shown = 40;

    public static void Print(TextWriter output, string part, double precision)
    {
        output.WriteLine("| scene | true pairs | not compared | below the threshold | parted | joined otherwise | bits, best | recall | recall, best threshold | recall, taught |");
        output.WriteLine("|---|---:|---:|---:|---:|---:|---|---:|---:|---:|");
        var scenes = Scenes.Chosen(part).ToArray();
        foreach (var scene in scenes)
        {
            Print(output, scene, precision, weights: scenes.Length == 1);
        }
    }

    private static void Print(TextWriter output, Scene scene, double precision, bool weights)
    {
        var (records, truth) = RecordMaker.Make(scene, 17);
        var result = new RecordMatcher(MatchSchema.Infer(records), new() { Precision = precision }).Match(records);
        var person = Array.ConvertAll(result.Order, record => truth[record]);
        var cluster = Array.ConvertAll(result.Order, record => result.Clusters[record]);
        var candidates = new Blocker(result.Keys, records.Count, null, 1).Pairs(new MatchOptions().PairsPerRecord * (long)records.Count);
        var scored = Score(result.Link, candidates.Pairs, person);
        var pairs = truth.CountBy(one => one).Sum(one => one.Value * (one.Value - 1L) / 2);
        var compared = scored.Count(pair => pair.Right);
        var over = scored.Count(pair => pair.Right && pair.Bits >= result.Threshold);
        var parted = candidates.Pairs.Where((pair, i) => scored[i].Right && scored[i].Bits >= result.Threshold && !Together(pair, cluster)).Count();
        var gained = Enumerable.Range(0, person.Length).GroupBy(record => (person[record], cluster[record])).Sum(group => group.Count() * (group.Count() - 1L) / 2) - (over - parted);
        var (bits, best) = Best(scored, precision);
        var teacher = TaughtModel.Of(result.Link, person);
        var (_, taught) = Best(Score(teacher, candidates.Pairs, person), precision);
        output.WriteLine(FormattableString.Invariant($"| {scene.Name} | {pairs} | {pairs - compared} | {compared - over} | {parted} | {gained} | {result.Threshold:F1}, {bits:F1} | {over / (double)pairs:F3} | {best / (double)pairs:F3} | {taught / (double)pairs:F3} |"));
        if (weights)
        {
            Weights(output, result.Link, teacher);
            Calibration(output, scored);
            Strongest(output, records, result.Order, candidates.Pairs, scored);
            Mixed(output, records, truth, result.Clusters);
        }
    }

    /// <summary>How many pairs of each two bits are right, and how many the model expects to be.</summary>
    private static void Calibration(TextWriter output, (double Bits, bool Right)[] scored)
    {
        foreach (var bin in scored.Where(pair => pair.Bits > -10).GroupBy(pair => Math.Clamp((int)Math.Floor(pair.Bits / 2), -5, 8)).OrderByDescending(bin => bin.Key))
        {
            output.WriteLine(FormattableString.Invariant($"{bin.Key * 2,4} bits: {bin.Count(),7} pairs, {bin.Count(pair => pair.Right),6} right, {bin.Sum(pair => LinkModel.Probability(pair.Bits)),8:F1} expected"));
        }
    }

    /// <summary>The strongest wrong pairs, as their records stand in the file.</summary>
    private static void Strongest(TextWriter output, RecordSet records, int[] order, long[] pairs, (double Bits, bool Right)[] scored)
    {
        foreach (var i in Enumerable.Range(0, pairs.Length).Where(i => !scored[i].Right).OrderByDescending(i => scored[i].Bits).Take(Shown))
        {
            output.WriteLine(FormattableString.Invariant($"{scored[i].Bits,5:F1} {Row(records, order[(int)(pairs[i] >> 32)])} | {Row(records, order[(int)pairs[i]])}"));
        }
    }

    /// <summary>Clusters of more than one person, with the number of the person before each record.</summary>
    private static void Mixed(TextWriter output, RecordSet records, List<int> truth, IReadOnlyList<int> clusters)
    {
        foreach (var cluster in Enumerable.Range(0, truth.Count).GroupBy(record => clusters[record]).Where(cluster => cluster.Select(record => truth[record]).Distinct().Count() > 1).Take(Shown))
        {
            output.WriteLine();
            foreach (var record in cluster.OrderBy(record => truth[record]))
            {
                output.WriteLine(FormattableString.Invariant($"{truth[record],6} {Row(records, record)}"));
            }
        }
    }

    private static string Row(RecordSet records, int record) => string.Join(", ", Enumerable.Range(0, records.Columns.Count).Select(column => records.Value(record, column) ?? "-"));

    private static void Weights(TextWriter output, LinkModel learned, LinkModel taught)
    {
        output.WriteLine(FormattableString.Invariant($"prior {learned.Prior:E1}, by the truth {taught.Prior:E1}; households {learned.Household:E1}; {string.Join(", ", learned.Dependences.Select(edge => $"{edge.First}-{edge.Second} {edge.BothAgree:F1}"))}"));
        for (var f = 0; f < learned.Fields.Length; f++)
        {
            var (mine, theirs) = (learned.Fields[f], taught.Fields[f]);
            output.WriteLine(FormattableString.Invariant($"{f} {learned.Records.Fields[f].Name} ({learned.Records.Fields[f].Kind}), at home {mine.Household:F3}"));
            for (var level = 0; level < mine.M.Length; level++)
            {
                output.WriteLine(FormattableString.Invariant($"    {learned.Records.Fields[f].Comparer.Levels[level],-26} m {mine.M[level]:F4} {theirs.M[level]:F4}  u {mine.U[level]:F6} {theirs.U[level]:F6}  bits {mine.Weight(level):F1} {theirs.Weight(level):F1}"));
            }
        }
    }

    private static bool Together(long pair, int[] cluster) => cluster[(int)(pair >> 32)] == cluster[(int)pair];

    private static (double Bits, bool Right)[] Score(LinkModel model, long[] pairs, int[] person)
    {
        var comparer = new PairComparer(model.Records);
        var levels = new byte[comparer.Width];
        return Array.ConvertAll(pairs, pair =>
        {
            var (a, b) = ((int)(pair >> 32), (int)pair);
            comparer.Compare(a, b, levels);
            return (model.Score(levels, a, b), person[a] == person[b]);
        });
    }

    /// <summary>The lowest threshold that holds the precision, by the truth, and the right pairs it accepts.</summary>
    private static (double Bits, int Right) Best((double Bits, bool Right)[] scored, double precision)
    {
        var (bits, best, right) = (double.NaN, 0, 0);
        var order = scored.OrderByDescending(pair => pair.Bits).ToArray();
        for (var i = 0; i < order.Length; i++)
        {
            right += order[i].Right ? 1 : 0;
            if (right >= precision * (i + 1) && right > best)
            {
                (bits, best) = (order[i].Bits, right);
            }
        }

        return (bits, best);
    }
}
