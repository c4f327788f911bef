using System.Diagnostics.CodeAnalysis;

namespace OmniChannel.Identity.Matching;

/// <summary>How near a result comes to a known truth.</summary>
[Experimental("OMNI001")]
public sealed record MatchEvaluation
{
    /// <summary>Pairs that scored over the threshold, against all true pairs; a true pair that was never compared counts as missed.</summary>
    public required MatchQuality Pairwise { get; init; }

    /// <summary>Pairs within the clusters, against all true pairs.</summary>
    public required MatchQuality Closure { get; init; }

    /// <summary>Per record: how much of its cluster is its person, and how much of its person is in its cluster; the mean over records.</summary>
    public required MatchQuality BCubed { get; init; }

    /// <summary>Clusters that are exactly one person, against all clusters and all persons.</summary>
    public required MatchQuality ExactCluster { get; init; }

    /// <summary>Compares with a truth.</summary>
    /// <param name="pairs">The pairs over the threshold.</param>
    /// <param name="clusters">The cluster of each record.</param>
    /// <param name="truth">The person of each record; equal numbers are one person.</param>
    /// <param name="source">With two sources linked, the source of each record: only pairs across count, and clusters are counted as they are.</param>
    public static MatchEvaluation Of(IReadOnlyList<ScoredPair> pairs, IReadOnlyList<int> clusters, IReadOnlyList<int> truth, IReadOnlyList<int>? source = null)
    {
        ArgumentNullException.ThrowIfNull(pairs);
        ArgumentNullException.ThrowIfNull(clusters);
        ArgumentNullException.ThrowIfNull(truth);
        var truths = Sizes(truth, source);
        var founds = Sizes(clusters, source);
        var both = new Dictionary<(int, int), (long First, long Second)>();
        for (var i = 0; i < truth.Count; i++)
        {
            Count(both, (truth[i], clusters[i]), i, source);
        }

        double Pairs<T>(Dictionary<T, (long First, long Second)> sizes)
            where T : notnull => sizes.Values.Sum(s => source is null ? s.First * (s.First - 1) / 2.0 : (double)s.First * s.Second);
        var right = pairs.Count(p => truth[p.Left] == truth[p.Right]);
        double precision = 0, recall = 0, exact = 0;
        foreach (var ((person, cluster), (first, second)) in both)
        {
            double shared = first + second;
            precision += shared * shared / Size(founds[cluster]);
            recall += shared * shared / Size(truths[person]);
            exact += shared == Size(founds[cluster]) && shared == Size(truths[person]) ? 1 : 0;
        }

        return new()
        {
            Pairwise = MatchQuality.Of(right, pairs.Count, Pairs(truths)),
            Closure = MatchQuality.Of(Pairs(both), Pairs(founds), Pairs(truths)),
            BCubed = new() { Precision = precision / Math.Max(1, truth.Count), Recall = recall / Math.Max(1, truth.Count) },
            ExactCluster = MatchQuality.Of(exact, founds.Count, truths.Count),
        };
    }

    private static double Size((long First, long Second) size) => size.First + size.Second;

    private static Dictionary<int, (long First, long Second)> Sizes(IReadOnlyList<int> groups, IReadOnlyList<int>? source)
    {
        var sizes = new Dictionary<int, (long, long)>();
        for (var i = 0; i < groups.Count; i++)
        {
            Count(sizes, groups[i], i, source);
        }

        return sizes;
    }

    private static void Count<T>(Dictionary<T, (long First, long Second)> sizes, T key, int record, IReadOnlyList<int>? source)
        where T : notnull
    {
        sizes.TryGetValue(key, out var size);
        sizes[key] = source is null || source[record] == 0 ? (size.First + 1, size.Second) : (size.First, size.Second + 1);
    }
}
