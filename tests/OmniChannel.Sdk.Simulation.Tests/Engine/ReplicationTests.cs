using OmniChannel.Simulation.Grids;
using OmniChannel.Simulation.Scenarios;

namespace OmniChannel.Simulation.Engine;

/// <summary>Days small enough to follow by hand: replayed arrivals, constant service.</summary>
public sealed class ReplicationTests
{
    [Fact]
    public void TwoAgents_ThreeContacts_ThirdWaitsForTheFirstToFinish()
    {
        var result = Day(2, [0, 1, 2], service: 5);

        Assert.Equal(1.0 / 3, result.Overall.PWait.Value, 1e-12);
        Assert.Equal(3.0 / 3, result.Overall.MeanWait.Value, 1e-12);
        Assert.Equal(3, result.Overall.Served.Value);
    }

    [Fact]
    public void Lines_WhenAllAreTaken_BlockTheNext()
    {
        var result = Simulator.Run(Scene(1, [0, 1, 2, 3], 10) with { Lines = 2 });

        Assert.Equal(2, result.Overall.Blocked.Value);
        Assert.Equal(0.5, result.Overall.PBlock.Value);
        Assert.Equal(9.0 / 2, result.Overall.MeanWait.Value, 1e-12);
    }

    [Fact]
    public void QueueLimit_OfNone_LetsOnlyThoseInWhoAreServedAtOnce()
    {
        var result = Simulator.Run(Scene(1, [0, 1, 12], 10) with { QueueLimit = 0 });

        Assert.Equal(1, result.Overall.Blocked.Value);
        Assert.Equal(0, result.Overall.PWait.Value);
        Assert.Equal(2, result.Overall.Served.Value);
    }

    [Fact]
    public void Patience_ThatEnds_CountsAsAdmittedAndNotServed()
    {
        var scene = Scene(1, [0, 1, 2], 10);
        scene = scene with { Classes = [scene.Classes[0] with { Patience = new() { Kind = DurationKind.Constant, Mean = 7.5 } }], ServiceLevelTimes = [8, 9] };
        var measures = Simulator.Run(scene).Overall;

        Assert.Equal(2, measures.Abandoned.Value);
        Assert.Equal(2.0 / 3, measures.PAbandon.Value, 1e-12);
        Assert.Equal(15.0 / 3, measures.MeanWait.Value, 1e-12);
        Assert.Equal(0, measures.MeanWaitServed.Value);
        Assert.Equal(1.0 / 3, measures.ServiceLevel[1].Share.Value, 1e-12);
    }

    [Fact]
    public void Priority_OfALaterContact_GoesFirst()
    {
        var scene = Scene(1, [0, 1], 10) with { ServiceLevelTimes = [] };
        var urgent = scene.Classes[0] with { Name = "urgent", Priority = 2, Arrivals = new() { Kind = ArrivalKind.Replay, Times = [2] } };
        var result = Simulator.Run(scene with { Classes = [scene.Classes[0], urgent] });

        Assert.Equal(8, result.Class("urgent").MeanWait.Value);
        Assert.Equal(19.0 / 2, result.Class("a").MeanWait.Value);
    }

    [Fact]
    public void Horizon_EndsArrivalsAndTheCountOfBusyTime_ButServesTheQueue()
    {
        var measures = Simulator.Run(Scene(1, [0, 1, 30], 10) with { Horizon = 16 }).Overall;

        Assert.Equal(2, measures.Arrivals.Value);
        Assert.Equal(2, measures.Served.Value);
        Assert.Equal(1, measures.Occupancy.Value, 1e-12);
    }

    [Fact]
    public void Occupancy_IsCountedToTheLastArrival()
    {
        var measures = Day(1, [0, 20, 25], service: 10).Overall;

        Assert.Equal(15.0 / 25, measures.Occupancy.Value, 1e-12);
    }

    [Fact]
    public void Warmup_Contacts_AreNotCountedButInTheWay()
    {
        var measures = Simulator.Run(Scene(1, [0, 1, 2], 10) with { Warmup = 1 }).Overall;

        Assert.Equal(2, measures.Arrivals.Value);
        Assert.Equal((9 + 18) / 2.0, measures.MeanWait.Value, 1e-12);
        Assert.Equal(1, measures.Occupancy.Value, 1e-12);
    }

    [Fact]
    public void Groups_AreTriedInTheirOrder_AndTheirRatesHold()
    {
        var scene = Scene(1, [0, 1.5], 10);
        scene = scene with
        {
            Classes = [scene.Classes[0] with { Groups = ["second", "first"] }],
            Agents =
            [
                new() { Name = "first", Count = 1, ServiceRates = new Dictionary<string, double> { ["a"] = 2 } },
                new() { Name = "second", Count = 1, ServiceRate = 10 },
            ],
        };
        var left = new List<ContactOutcome>();
        _ = new Replication(new(scene), 0, 1, null, TestContext.Current.CancellationToken) { Left = left.Add }.Run();

        Assert.Equal([1, 1], left.Select(c => c.Agent));
        Assert.Equal([1, 2.5], left.Select(c => c.LeftAt));
    }

    [Fact]
    public void LongestIdle_OfTheFree_GetsTheNext()
    {
        var left = new List<ContactOutcome>();
        _ = new Replication(new(Scene(3, [0, 1, 2, 20, 21, 40], 5)), 0, 1, null, TestContext.Current.CancellationToken) { Left = left.Add }.Run();

        Assert.Equal([0, 1, 2, 0, 1, 2], left.Select(c => c.Agent));
    }

    [Fact]
    public void Shift_ThatEnds_LetsTheAgentFinishAndCountsTheOvertime()
    {
        var scene = Scene(1, [0, 1, 25], 10);
        scene = scene with { Agents = [scene.Agents[0] with { Shifts = [new() { From = 0, To = 8 }, new() { From = 20, To = 60 }] }] };
        var measures = Simulator.Run(scene).Overall;

        Assert.Equal((0 + 19 + 5) / 3.0, measures.MeanWait.Value, 1e-12);
        Assert.Equal((10 + 5) / (8 + 2 + 5.0), measures.Occupancy.Value, 1e-12);
    }

    [Fact]
    public void Shift_ThatNeverComesBack_LeavesContactsUnserved()
    {
        var scene = Scene(1, [0, 5], 10);
        scene = scene with { Agents = [scene.Agents[0] with { Shifts = [new() { From = 0, To = 3 }] }] };
        var measures = Simulator.Run(scene).Overall;

        Assert.Equal(1, measures.Served.Value);
        Assert.Equal(1, measures.Abandoned.Value);
    }

    [Fact]
    public void Capacity_OfTwo_TakesTwoLightContactsOrOneHeavy()
    {
        var scene = Scene(1, [0, 1, 2], 10);
        var light = Simulator.Run(scene with { Agents = [scene.Agents[0] with { Capacity = 2 }] });
        var heavy = Simulator.Run(scene with { Agents = [scene.Agents[0] with { Capacity = 2 }], Classes = [scene.Classes[0] with { Weight = 2 }] });

        Assert.Equal((0 + 0 + 8) / 3.0, light.Overall.MeanWait.Value, 1e-12);
        Assert.Equal((0 + 9 + 18) / 3.0, heavy.Overall.MeanWait.Value, 1e-12);
        Assert.Equal(1, heavy.Overall.Occupancy.Value, 1e-12);
    }

    [Fact]
    public void Retrial_OfABlockedContact_CountsAsAnotherArrival()
    {
        var scene = Floors.One(1, 0.5) with { QueueLimit = 0, Arrivals = 5000 };
        scene = scene with { Classes = [scene.Classes[0] with { Retrial = new() { Probability = 0.5, Rate = 1 } }] };
        var measures = Simulator.Run(scene).Overall;

        Assert.Equal(5000 + measures.Retrials.Value, measures.Arrivals.Value, 1e-9);
        Assert.Equal(measures.Arrivals.Value, measures.Served.Value + measures.Blocked.Value, 1e-9);
        Assert.True(Math.Abs((measures.Retrials.Value / measures.Blocked.Value) - 0.5) < 0.01);
    }

    private static SimulationResult Day(int agents, double[] times, double service) => Simulator.Run(Scene(agents, times, service));

    private static Scenario Scene(int agents, double[] times, double service) => new()
    {
        Replications = 2,
        Warmup = 0,
        Arrivals = 1000,
        Classes =
        [
            new()
            {
                Name = "a",
                Arrivals = new() { Kind = ArrivalKind.Replay, Times = times },
                Service = new() { Kind = DurationKind.Constant, Mean = service },
            },
        ],
        Agents = [new() { Name = "g", Count = agents }],
    };
}
