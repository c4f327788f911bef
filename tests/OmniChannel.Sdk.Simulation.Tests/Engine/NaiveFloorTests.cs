using OmniChannel.Simulation.Grids;
using OmniChannel.Simulation.Scenarios;

namespace OmniChannel.Simulation.Engine;

/// <summary>What no formula covers, against the naive simulator: the difference lies within both intervals together.</summary>
public sealed class NaiveFloorTests
{
    private const int Runs = 8;

    public static TheoryData<string> Cases => ["lognormal", "groups", "mixed", "limits"];

    [Theory]
    [MemberData(nameof(Cases))]
    public void Simulation_BesideTheNaiveOne_Agrees(string name)
    {
        var scenario = Of(name) with { Arrivals = Scale.Of(60_000), Warmup = 1_000, Replications = 10 };
        var result = Simulator.Run(scenario);
        var failures = new List<string>();
        var naive = Enumerable.Range(0, Runs).Select(seed => new NaiveFloor(scenario with { Arrivals = Scale.Of(30_000) }, seed).Run()).ToList();
        for (var c = 0; c < scenario.Classes.Count; c++)
        {
            var runs = naive.ConvertAll(run => run[c]);
            var measures = result.Classes[c].Value;
            Agree("pWait", measures.PWait, [.. runs.Select(r => r.PWait)]);
            Agree("meanWait", measures.MeanWait, [.. runs.Select(r => r.MeanWait)]);
            Agree("pAbandon", measures.PAbandon, [.. runs.Select(r => r.PAbandon)]);
            Agree("pBlock", measures.PBlock, [.. runs.Select(r => r.PBlock)]);

            void Agree(string measure, Estimate ours, double[] theirs)
            {
                var mean = theirs.Average();
                var half = 5.41 * Math.Sqrt(theirs.Sum(x => (x - mean) * (x - mean)) / (Runs - 1) / Runs);
                if (Math.Abs(mean - ours.Value) > Math.Sqrt((half * half) + (ours.Ci999 * ours.Ci999)) + 1e-3)
                {
                    failures.Add($"{result.Classes[c].Key} {measure}: {ours.Value} ± {ours.Ci999}, naive {mean} ± {half}");
                }
            }
        }

        Assert.True(failures.Count == 0, string.Join('\n', failures));
    }

    /// <summary>Kingman's heavy-traffic factor for several agents: (1 + cv^2)/2 times the wait of exponential service, a few percent off.</summary>
    [Fact]
    public void LognormalService_AtHighLoad_IsNearTheHeavyTrafficFormula()
    {
        var scenario = Floors.One(4, 3.6) with { Arrivals = Scale.Of(600_000), Warmup = 5_000, Replications = 10 };
        scenario = scenario with { Classes = [scenario.Classes[0] with { Service = new() { Kind = DurationKind.Lognormal, Cv = 1.2 } }] };
        var approximation = Exact.ErlangC.MeanWait(4, 3.6, 1) * (1 + (1.2 * 1.2)) / 2;

        Assert.Equal(1, Simulator.Run(scenario).Overall.MeanWait.Value / approximation, 0.08);
    }

    private static Scenario Of(string name) => name switch
    {
        "lognormal" => Floors.One(3, 2.4) with
        {
            Classes = [new() { Name = "a", Rate = 2.4, Service = new() { Kind = DurationKind.Lognormal, Mean = 1, Cv = 1.25 } }],
        },
        "groups" => Floors.One(1, 1) with
        {
            Classes =
            [
                new() { Name = "a", Rate = 2, Skills = Skill("x"), Groups = ["slow", "fast"] },
                new() { Name = "b", Rate = 1.2, Skills = Skill("y"), Groups = ["fast"] },
            ],
            Agents =
            [
                new() { Name = "fast", Count = 2, Skills = Skill("x", "y"), ServiceRates = new Dictionary<string, double> { ["a"] = 2, ["b"] = 1 } },
                new() { Name = "slow", Count = 2, Skills = Skill("x"), ServiceRate = 0.7 },
            ],
        },
        "mixed" => Floors.One(1, 1) with
        {
            Classes =
            [
                new() { Name = "a", Rate = 2.2, Skills = Skill("x"), Priority = 3, Patience = new() { Mean = 0.8 } },
                new() { Name = "b", Rate = 1.4, Skills = Skill("y"), Priority = 1 },
                new() { Name = "c", Rate = 0.7, Patience = new() { Mean = 2 }, Service = new() { Kind = DurationKind.Lognormal, Mean = 1.3, Cv = 0.8 } },
            ],
            Agents =
            [
                new() { Name = "g", Count = 2, Skills = Skill("x"), ServiceRate = 1.2 },
                new() { Name = "h", Count = 2, Skills = Skill("y"), ServiceRates = new Dictionary<string, double> { ["c"] = 0.6 } },
                new() { Name = "i", Count = 1, Skills = Skill("x", "y") },
            ],
        },
        _ => Floors.One(1, 1) with
        {
            Lines = 9,
            QueueLimit = 4,
            Classes = [new() { Name = "a", Rate = 3, Skills = Skill("x") }, new() { Name = "b", Rate = 2, Skills = Skill("y"), Patience = new() { Mean = 1 } }],
            Agents = [new() { Name = "g", Count = 3, Skills = Skill("x") }, new() { Name = "h", Count = 2, Skills = Skill("y") }],
        },
    };

    private static Dictionary<string, int> Skill(params string[] names) => names.ToDictionary(n => n, _ => 1);
}
