using System.Diagnostics;
using System.Text.Json;
using OmniChannel.Identity.Matching;

namespace IdentityLab;

/// <summary>The report of a run; see the README for what each number means.</summary>
internal sealed record LabReport
{
    public required int Records { get; init; }

    public required int Clusters { get; init; }

    public required long ComparedPairs { get; init; }

    public required int AcceptedPairs { get; init; }

    /// <summary>See <see cref="MatchResult.ExpectedPrecision"/>.</summary>
    public required double ExpectedPrecision { get; init; }

    public required double ExpectedLeftOut { get; init; }

    /// <summary>Present when the records say too little for the precision asked for.</summary>
    public string? Warning { get; init; }

    public required LabThreshold Threshold { get; init; }

    public required LabSeconds Seconds { get; init; }

    public required long PeakMemoryBytes { get; init; }

    public required IReadOnlyDictionary<string, string> Fields { get; init; }

    public required IReadOnlyList<string> BlockingKeys { get; init; }

    public LabQuality? Pairwise { get; init; }

    public LabQuality? Closure { get; init; }

    public LabQuality? BCubed { get; init; }

    public LabQuality? ExactCluster { get; init; }

    public static LabReport Of(LabRun run, MatchEvaluation? evaluation)
    {
        var timings = run.Result.Timings;
        using var process = Process.GetCurrentProcess();
        return new()
        {
            Records = run.People.Ids.Count,
            Clusters = run.Result.Clusters.Distinct().Count(),
            ComparedPairs = run.Result.ComparedPairs,
            AcceptedPairs = run.Result.Pairs.Count,
            ExpectedPrecision = run.Result.ExpectedPrecision,
            ExpectedLeftOut = run.Result.ExpectedLeftOut,
            Warning = run.Warning,
            Threshold = new() { Bits = run.Result.Threshold, Probability = 1 / (1 + Math.Pow(2, -run.Result.Threshold)) },
            Seconds = new()
            {
                Train = timings.Train.TotalSeconds,
                Predict = timings.Predict.TotalSeconds,
                Cluster = timings.Cluster.TotalSeconds,
                Total = timings.Total.TotalSeconds,
            },
            PeakMemoryBytes = process.PeakWorkingSet64,
            Fields = run.Schema.Fields.ToDictionary(field => field.Name, field => field.Kind.ToString()),
            BlockingKeys = run.Result.KeyNames,
            Pairwise = LabQuality.Of(evaluation?.Pairwise),
            Closure = LabQuality.Of(evaluation?.Closure),
            BCubed = LabQuality.Of(evaluation?.BCubed),
            ExactCluster = LabQuality.Of(evaluation?.ExactCluster),
        };
    }

    public string ToJson() => JsonSerializer.Serialize(this, LabJson.Plain.LabReport) + "\n";
}
