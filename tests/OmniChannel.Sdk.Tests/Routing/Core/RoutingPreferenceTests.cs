using OmniChannel.Routing.Model;

namespace OmniChannel.Routing.Core;

public sealed class RoutingPreferenceTests
{
    private static RoutingOptions Options(RoutingPolicy? policy = null) => new()
    {
        Policy = policy ?? new LongestIdlePolicy(),
        Queues = [new() { Name = "q", OfferTimeout = 30 }],
        Agents = [Floor.Agent(), Floor.Agent(), Floor.Agent()],
    };

    [Fact]
    public void Preferred_Declines_IsNotAskedAgainBeforeOthers()
    {
        var floor = new Floor(Options()).Present(0, 1, 2);
        var work = floor.Enqueue(new() { Preferred = new(2) });
        Assert.Equal(2, floor.Core.Explain(work).Agent.Index);
        floor.Core.Decline(work, new(2), RoutingCore.AnyEpoch, floor.Now, floor.Facts);
        Assert.Equal(0, floor.Core.Explain(work).Agent.Index);
    }

    [Fact]
    public void Preferred_LetsTheOfferExpire_IsNotAskedAgainBeforeOthers()
    {
        var floor = new Floor(Options()).Present(0, 1, 2);
        var work = floor.Enqueue(new() { Preferred = new(2), PreferredUntil = 1000 });
        floor.Core.Advance(floor.Now + 30, floor.Facts);
        Assert.Equal(0, floor.Core.Explain(work).Agent.Index);
    }

    [Fact]
    public void Preferred_GivesItBack_IsNotAskedAgainBeforeOthers()
    {
        var floor = new Floor(Options()).Present(0, 1, 2);
        var work = floor.Enqueue(new() { Preferred = new(2) });
        floor.Core.Accept(work, new(2), RoutingCore.AnyEpoch, floor.Now, floor.Facts);
        floor.Core.Return(work, RoutingCore.AnyEpoch, floor.Now, floor.Facts);
        Assert.Equal(0, floor.Core.Explain(work).Agent.Index);
    }

    [Fact]
    public void BatchWindow_PreferredAgentHasRoom_GetsItAtOnce()
    {
        var floor = new Floor(Batches()).Present(0, 1, 2);
        var work = floor.Enqueue(new() { Preferred = new(2) });
        Assert.Equal(2, floor.AgentOf(work));
        Assert.Equal(RoutingReason.Preferred, floor.Core.Explain(work).Reason);
    }

    [Fact]
    public void BatchWindow_PreferredAgentIsBusy_WaitsForThemAlone()
    {
        var floor = new Floor(Batches()).Present(0, 1, 2);
        var held = floor.Enqueue(new() { Preferred = new(2) });
        var work = floor.Enqueue(new() { Preferred = new(2), PreferredUntil = floor.Now + 100 });
        floor.Core.Advance(floor.Now += 50, floor.Facts);
        Assert.Equal(WorkPhase.Reserved, floor.Core.Item(work).Phase);
        floor.Complete(held);
        Assert.Equal(2, floor.AgentOf(work));
    }

    [Fact]
    public void BatchWindow_PreferenceRunsOut_IsMatchedWithTheOthers()
    {
        var floor = new Floor(Batches()).Present(0, 2);
        floor.Enqueue(new() { Preferred = new(2) });
        var work = floor.Enqueue(new() { Preferred = new(2), PreferredUntil = floor.Now + 20 });
        floor.Core.Advance(floor.Now += 30, floor.Facts);
        Assert.Equal(0, floor.AgentOf(work));
    }

    private static RoutingOptions Batches()
    {
        var options = Options(new BatchOptimalPolicy(10, (in WorkAgentPair pair) => -pair.Agent.Index));
        options.DirectAssign = true;
        return options;
    }
}
