using System.Runtime.InteropServices;
using OmniChannel.Identity.Matching.Fields;

namespace OmniChannel.Identity.Matching.Training;

/// <summary>
/// Finds the dependences among fields as a forest, so that nothing is counted twice (Chow and Liu, "Approximating Discrete Probability
/// Distributions with Dependence Trees", 1968). They are counted among all pairs, before anything is learned.
/// </summary>
internal static class DependenceLearner
{
    private const double Least = 1.0;
    private const double Fewest = 50;
    private const int Sample = 20_000;

    public static Dependence[] Learn(PreparedRecords records, int threads)
    {
        var width = records.Fields.Length;
        var found = new (double Strength, Dependence Edge)?[width * width];
        Parallel.For(0, width * width, new ParallelOptions { MaxDegreeOfParallelism = threads }, at =>
        {
            var (f, g) = (at / width, at % width);
            found[at] = f < g ? Edge(f, g, Strangers(records.Fields[f], records.Fields[g], records.Count)) : null;
        });
        var edges = found.OfType<(double Strength, Dependence Edge)>();
        var group = Enumerable.Range(0, width).ToArray();
        var forest = new List<Dependence>();
        foreach (var (_, edge) in edges.OrderByDescending(e => e.Strength).ThenBy(e => (e.Edge.First * width) + e.Edge.Second))
        {
            var (a, b) = (group[edge.First], group[edge.Second]);
            if (a != b)
            {
                forest.Add(edge);
                group = [.. group.Select(x => x == b ? a : x)];
            }
        }

        return [.. forest];
    }

    private static (double Strength, Dependence Edge)? Edge(int f, int g, double[] strangers)
    {
        if (strangers[0] < Fewest)
        {
            return null;
        }

        var lift = Lift(strangers);
        double Bits(int cell) => Math.Clamp(-lift[cell], -16, 6);
        return lift[0] < Least ? null : (lift[0], new(f, g, Bits(0), Bits(1), Bits(2), Bits(3)));
    }

    /// <summary>Of four cells (both agree, first only, second only, neither), the log of how much fuller each is than independence says.</summary>
    private static double[] Lift(double[] cells)
    {
        var total = cells.Sum();
        var first = (cells[0] + cells[1] + 1) / (total + 2);
        var second = (cells[0] + cells[2] + 1) / (total + 2);
        double[] independent = [first * second, first * (1 - second), (1 - first) * second, (1 - first) * (1 - second)];
        return [.. independent.Select((share, i) => Math.Log2((cells[i] + 0.5) / ((total * share) + 0.5)))];
    }

    /// <summary>Counts of all pairs by whether two fields are equal, less the pairs that may well be matches.</summary>
    private static double[] Strangers(PreparedField f, PreparedField g, int count)
    {
        var (filled, first, second) = (0L, new int[f.Table.Count], new int[g.Table.Count]);
        var both = new Dictionary<long, int>();
        var stride = 1 + (count / Sample);
        for (var record = 0; record < count; record += stride)
        {
            var (a, b) = (f[record], g[record]);
            if (a >= 0 && b >= 0)
            {
                filled++;
                first[a]++;
                second[b]++;
                CollectionsMarshal.GetValueRefOrAddDefault(both, ((long)a << 32) | (uint)b, out _)++;
            }
        }

        // With up to five records a person, so many pairs may be matches.
        var likely = 2.0 * filled;
        var equal = Math.Max(0, Pairs(both.Values) - likely);
        var one = Math.Max(equal, Pairs(first) - likely);
        var two = Math.Max(equal, Pairs(second) - likely);
        return [equal, one - equal, two - equal, Math.Max(0, (filled * (filled - 1) / 2.0) - one - two + equal)];
    }

    private static double Pairs(IEnumerable<int> counts) => counts.Sum(c => c * (c - 1.0) / 2);
}
