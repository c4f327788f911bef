using OmniChannel.Identity.Matching;

namespace OmniChannel.Matching.Accuracy;

/// <summary>How near the matcher comes to the truth in each scene, as rows of a table.</summary>
internal static class AccuracyFigures
{
    public static void Print(TextWriter output, string part, double precision)
    {
        output.WriteLine("| scene | records | true pairs | pairwise P / R | closure P / R / F1 | B-cubed F1 | exact cluster F1 | wrong | bits |");
        output.WriteLine("|---|---:|---:|---|---|---:|---:|---:|---:|");
        foreach (var scene in Scenes.Chosen(part))
        {
            Print(output, scene, precision);
        }
    }

    private static void Print(TextWriter output, Scene scene, double precision)
    {
        var (records, truth) = RecordMaker.Make(scene, 17);
        var result = new RecordMatcher(MatchSchema.Infer(records), new() { Precision = precision }).Match(records);
        var quality = MatchEvaluation.Of(result.Pairs, result.Clusters, truth);
        var pairs = truth.CountBy(person => person).Sum(person => person.Value * (person.Value - 1L) / 2);
        var mixed = Enumerable.Range(0, truth.Count).GroupBy(record => result.Clusters[record]).Where(cluster => cluster.Select(record => truth[record]).Distinct().Count() > 1).Sum(cluster => cluster.Count());
        output.WriteLine(FormattableString.Invariant($"| {scene.Name} | {records.Count} | {pairs} | {quality.Pairwise.Precision:F3} / {quality.Pairwise.Recall:F3} | {quality.Closure.Precision:F3} / {quality.Closure.Recall:F3} / {quality.Closure.F1:F3} | {quality.BCubed.F1:F3} | {quality.ExactCluster.F1:F3} | {100.0 * mixed / records.Count:F1} % | {result.Threshold:F1} |"));
    }
}
