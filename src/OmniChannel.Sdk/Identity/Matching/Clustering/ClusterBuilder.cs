using OmniChannel.Identity.Matching.Comparing;
using OmniChannel.Identity.Matching.Training;

namespace OmniChannel.Identity.Matching.Clustering;

/// <summary>
/// Clusters by average linkage: two clusters become one when all their pairs together speak for it, so that one lucky pair does not bridge two
/// people and one bad pair does not part one. Pairs that blocking did not bring are scored when they are needed.
/// </summary>
internal sealed class ClusterBuilder(LinkModel model)
{
    public const double Most = 12;
    private const int LargestSample = 12;

    private readonly PairComparer comparer = new(model.Records);
    private readonly byte[] levels = new byte[model.Fields.Length];

    /// <summary>The cluster of each record, named by its smallest record.</summary>
    public int[] Build(IReadOnlyList<ScoredPair> pairs, double floor)
    {
        var count = model.Records.Count;
        var cluster = new int[count];
        var members = new List<int>?[count];
        for (var i = 0; i < count; i++)
        {
            cluster[i] = i;
        }

        var strongest = pairs.Where(pair => pair.Bits >= floor).ToArray();
        Array.Sort(strongest, ScoredPair.Compare);
        foreach (var pair in strongest)
        {
            var (a, b) = (cluster[pair.Left], cluster[pair.Right]);
            if (a == b)
            {
                continue;
            }

            var left = members[a] ??= [a];
            var right = members[b] ??= [b];
            if (left.Count + right.Count > 2 && Linkage(left, right) < 0)
            {
                continue;
            }

            var (into, from) = a < b ? (left, right) : (right, left);
            var name = Math.Min(a, b);
            foreach (var record in from)
            {
                cluster[record] = name;
            }

            into.AddRange(from);
            members[name] = into;
            members[Math.Max(a, b)] = null;
        }

        return cluster;
    }

    private double Linkage(List<int> left, List<int> right)
    {
        double sum = 0;
        foreach (var a in left.Take(LargestSample))
        {
            foreach (var b in right.Take(LargestSample))
            {
                comparer.Compare(a, b, levels);
                sum += Math.Clamp(model.Score(levels, a, b), -Most, Most);
            }
        }

        return sum;
    }
}
