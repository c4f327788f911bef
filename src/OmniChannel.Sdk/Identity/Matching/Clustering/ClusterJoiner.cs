using System.Runtime.InteropServices;
using OmniChannel.Identity.Matching.Training;

namespace OmniChannel.Identity.Matching.Clustering;

/// <summary>
/// Joins clusters that are one person by what they say as wholes, where no two of their records say enough. A wrong join is wrong in all pairs it
/// makes, so the more pairs it makes the surer it must be.
/// </summary>
internal sealed class ClusterJoiner
{
    private const int Rounds = 4;
    private const int LargestSample = 12;

    private readonly LinkModel model;
    private readonly int[] cluster;
    private readonly double threshold;
    private readonly ClusterEvidence evidence;
    private readonly List<int>?[] members;
    private readonly HashSet<int> changed = [];

    /// <param name="model">What was learned.</param>
    /// <param name="cluster">The cluster of each record, named by its smallest record; changed in place.</param>
    /// <param name="threshold">The bits from which on two records are one person.</param>
    public ClusterJoiner(LinkModel model, int[] cluster, double threshold)
    {
        (this.model, this.cluster, this.threshold) = (model, cluster, threshold);
        evidence = new(model);
        members = new List<int>?[cluster.Length];
        for (var record = 0; record < cluster.Length; record++)
        {
            (members[cluster[record]] ??= []).Add(record);
        }
    }

    /// <param name="pairs">Pairs of records that have something in common.</param>
    public void Join(ScoredPair[] pairs)
    {
        for (var round = 0; round < Rounds && Round(pairs); round++)
        {
        }
    }

    private bool Round(ScoredPair[] pairs)
    {
        // Surest first. What has grown meanwhile is looked at again.
        var found = Found(pairs);
        found.Sort(ScoredPair.Compare);
        changed.Clear();
        foreach (var pair in found)
        {
            var (a, b) = Ordered(cluster[pair.Left], cluster[pair.Right]);
            if (a != b && (!(changed.Contains(a) || changed.Contains(b)) || Bits(a, b) >= threshold))
            {
                Join(a, b);
            }
        }

        return changed.Count > 0;
    }

    private List<ScoredPair> Found(ScoredPair[] pairs)
    {
        var seen = new HashSet<long>();
        var found = new List<ScoredPair>();
        foreach (var pair in pairs)
        {
            var (a, b) = Ordered(cluster[pair.Left], cluster[pair.Right]);
            if (a != b && members[a]!.Count + members[b]!.Count > 2 && seen.Add(((long)a << 32) | (uint)b) && Bits(a, b) is var bits && bits >= threshold)
            {
                found.Add(new() { Left = a, Right = b, Bits = bits });
            }
        }

        return found;
    }

    private double Bits(int a, int b)
    {
        var (left, right) = (members[a]!, members[b]!);
        return model.Score(evidence.Of(Some(left), Some(right))) - (0.5 * Math.Log2((double)left.Count * right.Count));
    }

    private void Join(int a, int b)
    {
        members[b]!.ForEach(record => cluster[record] = a);
        members[a]!.AddRange(members[b]!);
        members[b] = null;
        changed.Add(a);
    }

    private static (int A, int B) Ordered(int a, int b) => a < b ? (a, b) : (b, a);

    private static ReadOnlySpan<int> Some(List<int> records) => CollectionsMarshal.AsSpan(records)[..Math.Min(LargestSample, records.Count)];
}
