using OmniChannel.Routing;
using OmniChannel.Routing.Model;
using OmniChannel.Routing.Policies;
using OmniChannel.Simulation.Chance;
using OmniChannel.Simulation.Exact;
using OmniChannel.Simulation.Statistics;

namespace OmniChannel.Simulation.Grids;

/// <summary>n tasks and n free agents with independent Exp(1) costs, routed by the core: in one window, or one after the other.</summary>
public sealed class AssignmentTests
{
    private static readonly int[] Sizes = [1, 2, 3, 5, 8, 13, 20, 35];

    [Fact]
    public void BatchOptimal_OfRandomCosts_PaysTheSumOfInverseSquares() =>
        Holds(n => Rounds(n, score => new BatchOptimalPolicy(1, score)), AssignmentCost.Optimal);

    [Fact]
    public void CustomScore_OfRandomCosts_PaysTheHarmonicSum() =>
        Holds(n => Rounds(n, score => new CustomScorePolicy("cheapest", score)), AssignmentCost.Greedy);

    private static void Holds(Func<int, Estimate> simulated, Func<int, double> exact)
    {
        var rows = Sizes.Select(n => new Row($"n = {n}", exact(n), simulated(n))).ToList();
        var missed = rows.Where(row => !row.Holds).ToList();
        Assert.True(missed.Count <= 0.01 * rows.Count, string.Join('\n', missed));
        Assert.All(rows, row => Assert.True(row.Simulated.Ci999 < 0.2 * row.Exact, row.ToString()));
    }

    /// <summary>The mean cost of a round over independent rounds.</summary>
    private static Estimate Rounds(int n, Func<WorkAgentScore, RoutingPolicy> policy)
    {
        var costs = new double[n, n];
        var options = new RoutingOptions { Queues = [new() { Name = "q" }], DirectAssign = true, Policy = policy(Score) };
        for (var i = 0; i < n; i++)
        {
            options.Agents.Add(new());
        }

        var core = new RoutingCore(options);
        var (random, facts, now) = (new RandomStream(5, n, Purpose.Service, 0), new WorkFacts(), 0L);
        for (var agent = 0; agent < n; agent++)
        {
            core.SetPresence(new AgentHandle(agent), present: true, now, facts);
        }

        var units = Enumerable.Range(0, Scale.Of(4000)).Select(_ => new Tally(0) { Busy = Round(), Staffed = 1, Served = 1_000_000 }).ToArray();
        return new Estimator(units, units.Length, 1).Measures([]).Occupancy;

        double Score(in WorkAgentPair pair) => -costs[pair.Tag, pair.Agent.Index];

        double Round()
        {
            for (var i = 0; i < n * n; i++)
            {
                costs[i / n, i % n] = random.Exponential();
            }

            now += 10;
            facts.Clear();
            for (var task = 0; task < n; task++)
            {
                core.Enqueue(new() { Tag = task }, now, facts);
            }

            core.Advance(now += 5, facts);
            var given = facts.Span.ToArray().Where(f => f.Kind == WorkFactKind.Assigned).ToList();
            Assert.Equal(n, given.Count);
            foreach (var fact in given)
            {
                core.Complete(new(fact.Work, fact.Generation), RoutingCore.AnyEpoch, now, facts);
            }

            return given.Sum(f => costs[f.Tag, f.Agent]);
        }
    }
}
