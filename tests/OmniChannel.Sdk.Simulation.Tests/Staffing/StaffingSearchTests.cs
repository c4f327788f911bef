using OmniChannel.Simulation.Exact;
using OmniChannel.Simulation.Grids;
using OmniChannel.Simulation.Scenarios;

namespace OmniChannel.Simulation.Staffing;

public sealed class StaffingSearchTests
{
    public static TheoryData<double, int> Cases => new() { { 3.2, 1 }, { 11, 40 }, { 20, 8 } };

    [Theory]
    [MemberData(nameof(Cases))]
    public void OneGroup_FromAnyGuess_NeedsWhatErlangCSays(double rate, int guess)
    {
        const double Within = 0.2, Level = 0.85;
        var exact = Enumerable.Range((int)rate + 1, 100).First(s => 1 - ErlangC.Tail(s, rate, 1, Within) >= Level);

        var found = StaffingSearch.Run(Floors.One(guess, rate) with { Replications = 5, Arrivals = 5000, Warmup = 500 }, new() { Level = Level, Within = Within });

        Assert.Equal(exact, found.Agents);
        Assert.True(found.Result.Overall.ServiceLevel[0].Share.Value >= Level);
        Assert.Contains(found.Tried, step => step.Counts[0] == exact - 1 && !step.Meets);
    }

    [Fact]
    public void OneGroup_WithImpatience_NeedsWhatErlangASays()
    {
        bool Meets(int s) => new ErlangA(s, 12, 1, 0.5) is var q && q.Level(0.1) >= 0.7 && q.Abandon <= 0.04;
        var exact = Enumerable.Range(1, 60).First(Meets);

        var found = StaffingSearch.Run(
            Floors.One(3, 12, patience: 0.5) with { Replications = 5, Arrivals = 5000, Warmup = 500 }, new() { Level = 0.7, Within = 0.1, MostAbandoned = 0.04 });

        Assert.Equal(exact, found.Agents);
    }

    [Fact]
    public void SeveralGroups_OneLess_WouldNotDo()
    {
        var goal = new StaffingGoal { Level = 0.8, Within = 0.3, EachClass = true };
        var scenario = Floors.One(1, 1) with
        {
            Replications = 4,
            Arrivals = 1500,
            Warmup = 200,
            Classes = [new() { Name = "a", Rate = 3, Skills = Skill("x") }, new() { Name = "b", Rate = 2, Skills = Skill("y") }],
            Agents = [new() { Name = "g", Count = 6, Skills = Skill("x") }, new() { Name = "h", Count = 2, Skills = Skill("y") }, new() { Name = "i", Count = 9, Skills = Skill("x", "y") }],
        };
        var found = StaffingSearch.Run(scenario, goal);
        var counts = found.Scenario.Agents.Select(g => g.Count).ToArray();

        Assert.All(found.Result.Classes, c => Assert.True(c.Value.ServiceLevel[0].Share.Value >= 0.78));
        for (var g = 0; g < counts.Length; g++)
        {
            var less = counts.Select((n, i) => i == g ? n - 1 : n).ToArray();
            Assert.True(less[g] < 0 || found.Tried.Any(step => step.Counts.SequenceEqual(less) && !step.Meets), string.Join(',', less));
        }
    }

    [Fact]
    public void NamedGroups_AloneChange()
    {
        var scenario = Floors.One(2, 5) with { Replications = 3, Arrivals = 2000, Warmup = 100 };
        scenario = scenario with { Agents = [scenario.Agents[0], new() { Name = "temps", Count = 1 }] };

        var found = StaffingSearch.Run(scenario, new() { Level = 0.8, Within = 0.2, Groups = ["temps"] });

        Assert.Equal(2, found.Scenario.Agents[0].Count);
        Assert.InRange(found.Scenario.Agents[1].Count, 4, 6);
    }

    [Theory]
    [InlineData(1.0, 0.1, "goal.level")]
    [InlineData(0.5, -1, "goal.within")]
    public void Goal_ThatIsImpossible_IsRefused(double level, double within, string path)
    {
        var error = Assert.Throws<ScenarioException>(() => StaffingSearch.Run(Floors.One(1, 1), new() { Level = level, Within = within }));

        Assert.Equal(path, error.Path);
    }

    private static Dictionary<string, int> Skill(params string[] names) => names.ToDictionary(n => n, _ => 1);
}
