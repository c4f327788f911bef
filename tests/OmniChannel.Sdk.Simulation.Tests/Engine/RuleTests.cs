using OmniChannel.Simulation.Exact;
using OmniChannel.Simulation.Grids;
using OmniChannel.Simulation.Scenarios;

namespace OmniChannel.Simulation.Engine;

/// <summary>Rules beyond the plain ones: policies, rings, ageing, deadlines, windows.</summary>
public sealed class RuleTests
{
    public static TheoryData<string> Conserving => [.. PolicyCatalog.Names.Where(name => name != "batch-optimal")];

    /// <summary>With agents alike the choice of an agent changes nothing of the waits.</summary>
    [Theory]
    [MemberData(nameof(Conserving))]
    public void Policy_OverAgentsWhoAreAlike_IsErlangC(string policy)
    {
        var scenario = Floors.One(5, 4) with { Policy = new() { Kind = policy }, Replications = 5, Arrivals = 8000 };
        var measures = Simulator.Run(scenario).Overall;

        Assert.True(measures.PWait.Covers(ErlangC.Wait(5, 4)), measures.PWait.ToString());
        Assert.True(measures.MeanWait.Covers(ErlangC.MeanWait(5, 4, 1)), measures.MeanWait.ToString());
    }

    [Fact]
    public void BatchOptimal_HoldsEveryContactForItsWindow()
    {
        var measures = Simulator.Run(Scene([0, 10, 20.5], 1) with { Policy = new() { Kind = "batch-optimal", Window = 0.25 } }).Overall;

        Assert.Equal(1, measures.PWait.Value);
        Assert.Equal(0.25, measures.MeanWait.Value, 1e-9);
    }

    [Fact]
    public void Ring_AfterAWait_LetsOthersServe()
    {
        var scene = Scene([0], 1);
        scene = scene with
        {
            Classes = [scene.Classes[0] with { Skills = Skill("x", 3), Rings = [new() { After = 0.5, Skills = Skill("x", 2) }, new() { After = 1.5, Skills = Skill("x", 1) }] }],
            Agents = [scene.Agents[0] with { Skills = Skill("x", 1) }],
        };

        Assert.Equal(1.5, Simulator.Run(scene).Overall.MeanWait.Value, 1e-9);
    }

    [Fact]
    public void Ring_OfAnotherGroup_IsAnOverflow()
    {
        var scene = Scene([0, 0.1, 0.2], 10);
        scene = scene with
        {
            Classes = [scene.Classes[0] with { Groups = ["g"], Rings = [new() { After = 3, Groups = ["g", "spare"] }] }],
            Agents = [scene.Agents[0], new() { Name = "spare", Count = 1 }],
        };

        Assert.Equal((0 + 3 + (10 - 0.2)) / 3, Simulator.Run(scene).Overall.MeanWait.Value, 1e-9);
    }

    [Theory]
    [InlineData(1, 9.0)]
    [InlineData(30, 19.0)]
    public void Target_ThatIsDueFirst_GoesFirst(double target, double wait)
    {
        var scene = Scene([0, 0.5], 10);
        var promised = scene.Classes[0] with { Name = "promised", Target = target, Arrivals = new() { Kind = ArrivalKind.Replay, Times = [1] } };
        var result = Simulator.Run(scene with { Classes = [scene.Classes[0] with { Target = 10 }, promised] });

        Assert.Equal(wait, result.Class("promised").MeanWait.Value, 1e-9);
    }

    [Theory]
    [InlineData(0.4, 19.0)]
    [InlineData(0.6, 9.0)]
    public void Boost_AboveTheDifferenceOfAges_Overtakes(double boost, double wait)
    {
        var scene = Scene([0, 0.5], 10);
        var boosted = scene.Classes[0] with { Name = "boosted", Boost = boost, Arrivals = new() { Kind = ArrivalKind.Replay, Times = [1] } };

        Assert.Equal(wait, Simulator.Run(scene with { Classes = [scene.Classes[0], boosted] }).Class("boosted").MeanWait.Value, 1e-9);
    }

    private static Dictionary<string, int> Skill(string name, int level) => new() { [name] = level };

    private static Scenario Scene(double[] times, double service) => new()
    {
        Replications = 2,
        Warmup = 0,
        Classes = [new() { Name = "a", Arrivals = new() { Kind = ArrivalKind.Replay, Times = times }, Service = new() { Kind = DurationKind.Constant, Mean = service } }],
        Agents = [new() { Name = "g", Count = 1 }],
    };
}
