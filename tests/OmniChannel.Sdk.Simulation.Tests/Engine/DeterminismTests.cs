using OmniChannel.Simulation.Charts;
using OmniChannel.Simulation.Grids;

namespace OmniChannel.Simulation.Engine;

public sealed class DeterminismTests
{
    [Fact]
    public void Simulation_OnOneOrManyThreads_GivesTheSameBytes()
    {
        var scenario = Floors.One(6, 5, patience: 0.5) with { Arrivals = 3000, Warmup = 100, Replications = 9, ServiceLevelTimes = [0.1] };
        var one = Simulator.Run(scenario, new() { Threads = 1 });
        var many = Simulator.Run(scenario, new() { Threads = 5 });

        Assert.Equal(ResultFile.ToJson(one), ResultFile.ToJson(many));
        Assert.Equal(ResultChart.Draw(one), ResultChart.Draw(many));
    }

    [Fact]
    public void Simulation_OfAnotherSeed_GivesOtherNumbers()
    {
        var scenario = Floors.One(6, 5) with { Arrivals = 3000, Warmup = 100, Replications = 3 };

        Assert.NotEqual(
            Simulator.Run(scenario).Overall.MeanWait.Value, Simulator.Run(scenario with { Seed = scenario.Seed + 1 }).Overall.MeanWait.Value);
    }

    /// <summary>A further replication does not change those before it: its streams are its own.</summary>
    [Fact]
    public void Simulation_WithTwiceTheReplications_BeginsWithTheSameOnes()
    {
        var scenario = Floors.One(2, 1.5) with { Arrivals = 2000, Warmup = 0, Replications = 2 };
        var plan = new Plan(scenario);
        var alone = new Replication(plan, 1, 1, null, TestContext.Current.CancellationToken).Run()[0][0];
        var first = new Replication(plan, 0, 1, null, TestContext.Current.CancellationToken).Run()[0][0];

        Assert.Equal((alone.Wait + first.Wait) / 4000, Simulator.Run(scenario).Overall.MeanWait.Value, 1e-15);
        Assert.NotEqual(alone.Wait, first.Wait);
    }

    [Fact]
    public void Simulation_Cancelled_Stops()
    {
        var scenario = Floors.One(2, 1.5) with { Arrivals = 2_000_000_000 };

        Assert.ThrowsAny<OperationCanceledException>(() => Simulator.Run(scenario, cancellationToken: new(canceled: true)));
    }
}
