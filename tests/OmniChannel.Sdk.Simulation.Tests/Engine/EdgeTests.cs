using OmniChannel.Simulation.Grids;
using OmniChannel.Simulation.Rehearsals;
using OmniChannel.Simulation.Scenarios;

namespace OmniChannel.Simulation.Engine;

/// <summary>Scenarios at the edge: classes that never come, clocks that rounding could stop, things that fall on the same tick.</summary>
public sealed class EdgeTests
{
    [Theory]
    [InlineData(0)]
    [InlineData(1)]
    public void Class_ThatNeverComes_ChangesNothingOfTheOthers(int place)
    {
        var one = Floors.One(5, 4) with { Replications = 2 };
        var never = new WorkClass { Name = "never", Rate = 0 };
        var measures = Simulator.Run(one with { Classes = place == 0 ? [never, one.Classes[0]] : [one.Classes[0], never] });

        Assert.Equal(one.Arrivals, measures.Overall.Arrivals.Value);
        Assert.Equal(0, measures.Class("never").Arrivals.Value);
    }

    [Fact]
    public void Piecewise_WithRingsAndNoHorizon_ComesToItsEnd()
    {
        var scenario = Floors.One(5, 0) with { Replications = 2, Arrivals = 20_000, Warmup = 0 };
        scenario = scenario with
        {
            Classes =
            [
                scenario.Classes[0] with
                {
                    Arrivals = new() { Kind = ArrivalKind.Piecewise, Period = 24, Steps = [new() { At = 0, Rate = 4 }, new() { At = 8, Rate = 1 }] },
                    Groups = ["g"],
                    Rings = [new() { After = 0.3, Groups = ["g", "spare"] }],
                },
            ],
            Agents = [scenario.Agents[0] with { Count = 2 }, new() { Name = "spare", Count = 3 }],
        };

        Assert.Equal(20_000, Simulator.Run(scenario).Overall.Arrivals.Value);
    }

    [Fact]
    public void GivingUpOnTheTickOfAWindow_IsServedAndTheFloorGoesOn()
    {
        var day = new RecordedDay
        {
            Contacts =
            [
                .. new[] { 10.0, 20, 30 }.Select(at => new DayContact { At = at, Class = "a", Service = 1, Patience = 3 }),
            ],
        };
        var result = Rehearsal.Run(day, Floors.One(1, 1) with { Replications = 2, Policy = new() { Kind = "batch-optimal", Window = 3 } });

        Assert.All(result.Contacts, c => Assert.Equal(DayOutcome.Served, c.Outcome));
        Assert.Equal([3.0, 3, 3], result.Contacts.Select(c => Math.Round(c.Wait, 6)));
    }

    [Fact]
    public void Rehearsal_OfOnesOwnDay_LosesNobodyWhoWaitedThen()
    {
        var day = new RecordedDay { Contacts = [.. Enumerable.Range(0, 40).Select(i => new DayContact { At = i * 0.5, Class = "a", Service = 1, Wait = i * 0.5, Outcome = DayOutcome.Served })] };
        var result = Rehearsal.Run(day, Floors.One(1, 1, patience: 1) with { Replications = 4 });

        Assert.Equal(0, result.Recorded!.Overall.Abandoned.Value);
        Assert.Equal(0, result.Rehearsed.Overall.Abandoned.Value);
    }

    [Fact]
    public void GeneralizedCMu_ExponentsDiffer_AreComparedInTheScenariosUnit()
    {
        var scenario = Floors.One(4, 0) with
        {
            Replications = 3,
            Policy = new() { Kind = "generalized-c-mu" },
            Classes =
            [
                new() { Name = "steep", Rate = 1.9, Cost = 1, Exponent = 2 },
                new() { Name = "dear", Rate = 1.9, Cost = 1e6, Exponent = 1 },
            ],
        };
        var result = Simulator.Run(scenario);

        Assert.True(result.Class("dear").MeanWait.Value * 3 < result.Class("steep").MeanWait.Value);
    }

    [Fact]
    public void Occupancy_ServiceFromOneShiftIntoTheNext_IsAtMostOne()
    {
        var scenario = new Scenario
        {
            Replications = 2,
            Warmup = 0,
            Horizon = 20,
            Classes = [new() { Name = "a", Arrivals = new() { Kind = ArrivalKind.Replay, Times = [1] }, Service = new() { Kind = DurationKind.Constant, Mean = 18 } }],
            Agents = [new() { Name = "g", Count = 1, Shifts = [new() { From = 0, To = 5 }, new() { From = 15, To = 20 }] }],
        };

        Assert.Equal(18 / 20.0, Simulator.Run(scenario).Overall.Occupancy.Value, 1e-9);
    }

    [Fact]
    public void OneReplication_OfAReplay_IsAsUnsureAsItsBatches()
    {
        var random = new Random(5);
        var at = 0.0;
        double[] times = [.. Enumerable.Range(0, 3000).Select(_ => at += -Math.Log(1 - random.NextDouble()) / 0.9)];
        var scenario = Floors.One(1, 0) with { Replications = 1, Arrivals = 200_000, Warmup = 0 };
        scenario = scenario with { Classes = [scenario.Classes[0] with { Arrivals = new() { Kind = ArrivalKind.Replay, Times = times } }] };
        var wait = Simulator.Run(scenario).Overall.MeanWait;

        Assert.True(wait.Ci999 > 0.2 * wait.Value, $"{wait.Value} ± {wait.Ci999}");
    }
}
