using System.Diagnostics;
using OmniChannel.Identity.Matching;

namespace OmniChannel.Matching;

/// <summary>One run and its live base, as figures to be copied into a table.</summary>
internal static class MatchingFigures
{
    private const int Warm = 1_000;
    private const int Added = 10_000;

    public static void Print(TextWriter output, int records)
    {
        var generator = new PeopleGenerator(11);
        var truth = new List<int>();
        var people = generator.Make(records, truth);
        var matcher = new RecordMatcher(MatchSchema.Infer(people));
        var result = matcher.Match(people);
        var quality = MatchEvaluation.Of(result.Pairs, result.Clusters, truth);
        output.WriteLine(FormattableString.Invariant($"{people.Count} records: train {result.Timings.Train.TotalSeconds:F2} s, predict {result.Timings.Predict.TotalSeconds:F2} s, cluster {result.Timings.Cluster.TotalSeconds:F2} s"));
        output.WriteLine(FormattableString.Invariant($"{result.ComparedPairs} pairs, {result.ComparedPairs / result.Timings.Predict.TotalSeconds / 1e6:F2} M/s; processor {Processor():F2} s; peak {Peak() >> 20} MB with the records"));
        output.WriteLine(FormattableString.Invariant($"pairwise precision {quality.Pairwise.Precision:F4} recall {quality.Pairwise.Recall:F4}, closure precision {quality.Closure.Precision:F4} recall {quality.Closure.Recall:F4}"));
        Live(output, generator, people, result);
    }

    private static void Live(TextWriter output, PeopleGenerator generator, RecordSet people, MatchResult result)
    {
        var live = new LiveMatcher(result);
        output.WriteLine(FormattableString.Invariant($"{live.Bytes / (double)live.Count:F0} bytes a record"));
        var order = new Random(3);
        var micros = new List<double>(Added);
        long compared = 0;
        for (var i = 0; i < Warm + Added; i++)
        {
            var values = generator.Mistyped(people, order.Next(people.Count));
            var started = Stopwatch.GetTimestamp();
            var match = live.Add(values);
            if (i >= Warm)
            {
                micros.Add(Stopwatch.GetElapsedTime(started).TotalMicroseconds);
                compared += match.Compared;
            }
        }

        micros.Sort();
        output.WriteLine(FormattableString.Invariant($"one record: p50 {micros[Added / 2]:F0} us, p99 {micros[Added * 99 / 100]:F0} us, max {micros[^1]:F0} us; compared with {compared / (double)Added:F0}"));
    }

    private static double Processor()
    {
        using var process = Process.GetCurrentProcess();
        return process.TotalProcessorTime.TotalSeconds;
    }

    private static long Peak()
    {
        using var process = Process.GetCurrentProcess();
        return process.PeakWorkingSet64;
    }
}
