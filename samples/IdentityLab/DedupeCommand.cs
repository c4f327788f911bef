using System.Text;
using OmniChannel.Identity.Matching;

namespace IdentityLab;

/// <summary>Finds the records that are one person, and writes clusters, a report and a picture of the weights.</summary>
internal static class DedupeCommand
{
    private static readonly string[] Known = [.. LabRun.Options.Split(' '), "--out", "--report", "--svg", "--splink", "--model"];

    public static void Run(ReadOnlySpan<string> words)
    {
        var arguments = new Arguments("dedupe", words, Known);
        var output = arguments.Required("--out");
        OutputFile.Try(arguments, "--out", "--report", "--svg", "--splink", "--model");
        var run = LabRun.Of(arguments, People.Read(arguments));
        var evaluation = run.People.Truth.Count == 0
            ? null
            : MatchEvaluation.Of(run.Result.Pairs, run.Result.Clusters, run.People.Truth, arguments["--link"] is null ? null : run.People.Sources);
        OutputFile.Write(output, Clusters(run, arguments["--link"] is not null));
        if (arguments["--report"] is { } report)
        {
            OutputFile.Write(report, LabReport.Of(run, evaluation).ToJson());
        }

        if (arguments["--svg"] is { } picture)
        {
            OutputFile.Write(picture, WeightChart.Draw(run.Result.Model));
        }

        if (arguments["--model"] is { } model)
        {
            OutputFile.Write(model, Encoding.UTF8.GetString(TrainedMatcher.Of(run.Schema, run.Result).ToJson()) + "\n");
        }

        if (arguments["--splink"] is { } settings)
        {
            OutputFile.Write(settings, SplinkSettings.Write(run.Result.Model, withoutUnstated: true));
            var unstated = SplinkSettings.Unstated(run.Result.Model);
            Console.WriteLine($"left out of {settings}, since SQL cannot state them: {(unstated.Count == 0 ? "nothing" : string.Join(", ", unstated))}");
        }

        Print(run, evaluation);
    }

    // Clusters are numbered in the order in which their first records stand in the input.
    private static string Clusters(LabRun run, bool linked)
    {
        var text = new StringBuilder(linked ? "source,id,cluster\n" : "id,cluster\n");
        var numbers = new Dictionary<int, int>();
        for (var record = 0; record < run.People.Ids.Count; record++)
        {
            var cluster = run.Result.Clusters[record];
            numbers.TryAdd(cluster, numbers.Count);
            if (linked)
            {
                text.Append(OutputFile.Quoted(run.People.SourceNames[run.People.Sources[record]])).Append(',');
            }

            text.Append(OutputFile.Quoted(run.People.Ids[record])).Append(',').Append(numbers[cluster]).Append('\n');
        }

        return text.ToString();
    }

    private static void Print(LabRun run, MatchEvaluation? evaluation)
    {
        var result = run.Result;
        Console.WriteLine(FormattableString.Invariant(
            $"{run.People.Ids.Count} records, {result.Clusters.Distinct().Count()} clusters, {result.ComparedPairs} pairs compared, threshold {result.Threshold:F2} bits, {result.Timings.Total.TotalSeconds:F2} s"));
        Console.WriteLine("fields: " + string.Join(", ", run.Schema.Fields.Select(field => $"{field.Name} ({field.Kind})")));
        if (run.Warning is { } warning)
        {
            Console.WriteLine(warning);
        }

        if (evaluation is not null)
        {
            Print("pairwise", evaluation.Pairwise);
            Print("closure", evaluation.Closure);
            Print("b-cubed", evaluation.BCubed);
            Print("exact cluster", evaluation.ExactCluster);
        }
    }

    private static void Print(string name, MatchQuality quality) => Console.WriteLine(FormattableString.Invariant(
        $"{name,-14} precision {quality.Precision:F4}  recall {quality.Recall:F4}  F1 {quality.F1:F4}"));
}
