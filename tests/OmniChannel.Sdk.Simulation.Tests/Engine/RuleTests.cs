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

    [Fact]
    public void Offer_NotAnswered_GoesToTheNextAgentWhenItRunsOut()
    {
        var scene = Scene([0], 1);
        var offer = new OfferModel { Answer = new() { Kind = DurationKind.Constant, Mean = 0.25 }, NoAnswer = 0.999999, Expires = 2, Cooldown = 1e9 };
        var stuck = scene with { Classes = [scene.Classes[0] with { Offer = offer, Patience = new() { Kind = DurationKind.Constant, Mean = 9 } }], Agents = [scene.Agents[0] with { Count = 3 }] };

        // Three agents are asked in turn, for 2 each, of whom nobody is there for the rest of the 9.
        Assert.Equal((1.0, 9.0), (Simulator.Run(stuck).Overall.PAbandon.Value, Simulator.Run(stuck).Overall.MeanWait.Value));
        var trace = OmniChannel.Simulation.Explanations.ContactTrace.Of(stuck, 1);
        Assert.Equal(["g #1", "g #2", "g #3"], trace.Decisions.Select(d => d.Agent));
        Assert.Equal([0.0, 2.0, 4.0], trace.Decisions.Select(d => Math.Round(d.At, 6)));
    }

    [Fact]
    public void Offer_OfOneClass_LeavesOthersAsTheyAre()
    {
        var scene = Scene([0, 10, 20], 1);
        var offered = scene.Classes[0] with { Name = "offered", Offer = new() { Answer = new() { Kind = DurationKind.Constant, Mean = 0.5 } }, Arrivals = new() { Kind = ArrivalKind.Replay, Times = [5, 15] } };
        var result = Simulator.Run(scene with { Classes = [scene.Classes[0], offered] });

        Assert.Equal((0.0, 0.0), (result.Class("a").PWait.Value, result.Class("a").MeanWait.Value));
        Assert.Equal(0.5, result.Class("offered").MeanWait.Value, 1e-9);
    }

    [Fact]
    public void Channel_ThatInterrupts_IsServedBesideOthers()
    {
        var scene = Scene([0], 10);
        var call = scene.Classes[0] with { Name = "call", Channel = "call", Arrivals = new() { Kind = ArrivalKind.Replay, Times = [1] } };
        var both = scene with
        {
            Channels = [new() { Name = "mail", Interruptible = true }, new() { Name = "call", Interrupts = true }],
            Classes = [scene.Classes[0] with { Channel = "mail" }, call],
        };

        Assert.Equal(0, Simulator.Run(both).Class("call").MeanWait.Value);
        Assert.Equal(9, Simulator.Run(both with { Channels = [both.Channels[0], both.Channels[1] with { Interrupts = false }] }).Class("call").MeanWait.Value, 1e-9);
    }

    [Fact]
    public void Limit_OfAGroup_HoldsContactsOfTheChannelBack()
    {
        var scene = Scene([0, 0.5], 10);
        var limited = scene with
        {
            Channels = [new() { Name = "chat" }],
            Classes = [scene.Classes[0] with { Channel = "chat" }],
            Agents = [scene.Agents[0] with { Capacity = 5, Limits = new Dictionary<string, int> { ["chat"] = 1 } }],
        };

        Assert.Equal(9.5 / 2, Simulator.Run(limited).Overall.MeanWait.Value, 1e-9);
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
