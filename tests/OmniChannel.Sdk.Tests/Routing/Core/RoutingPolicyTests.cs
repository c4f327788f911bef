using OmniChannel.Routing.Model;

namespace OmniChannel.Routing.Core;

public sealed class RoutingPolicyTests
{
    private static RoutingOptions Options(RoutingPolicy policy, params WorkAgentOptions[] agents) => new()
    {
        DirectAssign = true,
        Policy = policy,
        Skills = ["a", "b"],
        Classes = [new() { Name = "normal", Cost = 1 }, new() { Name = "dear", Cost = 10 }],
        Queues =
        [
            new() { Name = "all", Ratio = 1 }, new() { Name = "a", Requirement = Floor.Needs("a"), Ratio = 3 },
            new() { Name = "b", Requirement = Floor.Needs("b") },
        ],
        Agents = [.. agents],
    };

    [Fact]
    public void RoundRobin_AgentFreedFirst_IsNotAskedBeforeTheOneAskedLongerAgo()
    {
        var floor = new Floor(Options(new RoundRobinPolicy(), Floor.Agent("a", "b"), Floor.Agent("a", "b"), Floor.Agent("a", "b"))).Present(0, 1, 2);
        var (first, second) = (floor.Enqueue(), floor.Enqueue());
        floor.Complete(second);
        floor.Complete(first);
        Assert.Equal([2, 0, 1], new[] { floor.Enqueue(), floor.Enqueue(), floor.Enqueue() }.Select(floor.AgentOf));
    }

    [Fact]
    public void LongestIdle_AgentFreedFirst_IsAskedFirst()
    {
        var floor = new Floor(Options(new LongestIdlePolicy(), Floor.Agent("a", "b"), Floor.Agent("a", "b"), Floor.Agent("a", "b"))).Present(0, 1, 2);
        var (first, second) = (floor.Enqueue(), floor.Enqueue());
        floor.Complete(second);
        floor.Complete(first);
        Assert.Equal([2, 1, 0], new[] { floor.Enqueue(), floor.Enqueue(), floor.Enqueue() }.Select(floor.AgentOf));
    }

    [Fact]
    public void LeastLoaded_LargeAndSmallCapacity_FillsByPart()
    {
        var (large, small) = (Floor.Agent("a", "b"), Floor.Agent("a", "b"));
        (large.Capacity, small.Capacity) = (8, 2);
        var floor = new Floor(Options(new LeastLoadedPolicy(), large, small)).Present(1, 0);
        Assert.Equal([1, 0, 0, 0, 0], Enumerable.Range(0, 5).Select(_ => floor.AgentOf(floor.Enqueue())));
    }

    [Fact]
    public void MostCapable_TwoLevels_TakesTheHigher()
    {
        var floor = new Floor(Options(new MostCapablePolicy(), Floor.Agent("a:2", "b"), Floor.Agent("a:5"), Floor.Agent("a:3"))).Present(0, 1, 2);
        Assert.Equal([1, 2, 0], Enumerable.Range(0, 3).Select(_ => floor.AgentOf(floor.Enqueue(new() { Queue = 1 }))));
    }

    [Fact]
    public void QueueRatio_FreedAgent_ServesTheQueueMostAboveItsShare()
    {
        var floor = new Floor(Options(new QueueRatioPolicy(), Floor.Agent("a", "b"))).Present(0);
        var busy = floor.Enqueue();
        WorkHandle[] a = [floor.Enqueue(new() { Queue = 1 }), floor.Enqueue(new() { Queue = 1 })];
        WorkHandle[] all = [floor.Enqueue(), floor.Enqueue()];
        floor.Complete(busy);
        Assert.Equal([-1, -1, 0, -1], a.Concat(all).Select(floor.AgentOf));
    }

    [Fact]
    public void GeneralizedCMu_DearWorkThatCameLater_GoesFirstWhenItsWaitCostsMore()
    {
        var floor = new Floor(Options(new GeneralizedCMuPolicy(), Floor.Agent("a", "b"))).Present(0);
        var busy = floor.Enqueue();
        var cheap = floor.Enqueue();
        floor.Now += 50;
        var dear = floor.Enqueue(new() { Class = 1 });
        floor.Now += 4;
        floor.Complete(busy);
        Assert.Equal(0, floor.AgentOf(cheap));
        floor.Now += 2;
        var other = floor.Enqueue();
        floor.Now += 6;
        floor.Complete(cheap);
        Assert.Equal((0, -1), (floor.AgentOf(dear), floor.AgentOf(other)));
    }

    [Fact]
    public void WeightedScore_LevelAndIdle_AddUp()
    {
        var policy = new WeightedScorePolicy { IdleWeight = 1, LevelWeight = 10 };
        var floor = new Floor(Options(policy, Floor.Agent("a", "b"), Floor.Agent("a:3"))).Present(0, 1);
        Assert.Equal(1, floor.AgentOf(floor.Enqueue(new() { Queue = 1 })));
        var long_idle = new Floor(Options(policy, Floor.Agent("a", "b"), Floor.Agent("a:3"))).Present(0);
        long_idle.Now += 100;
        Assert.Equal(0, long_idle.AgentOf(long_idle.Present(1).Enqueue(new() { Queue = 1 })));
    }

    [Fact]
    public void ShadowPrice_ScarceSkill_IsKeptForWorkThatNeedsIt()
    {
        var policy = new ShadowPricePolicy { Prices = new Dictionary<string, double> { ["b"] = 5 } };
        var floor = new Floor(Options(policy, Floor.Agent("a", "b"), Floor.Agent("a"))).Present(0, 1);
        Assert.Equal(1, floor.AgentOf(floor.Enqueue(new() { Queue = 1 })));
        Assert.Equal(0, floor.AgentOf(floor.Enqueue(new() { Queue = 2 })));
    }

    [Fact]
    public void ShadowPrice_AboveTheLimit_HoldsTheAgentBackAndSaysSo()
    {
        var policy = new ShadowPricePolicy { Prices = new Dictionary<string, double> { ["b"] = 5 }, MaxPrice = 4 };
        var floor = new Floor(Options(policy, Floor.Agent("a", "b"))).Present(0);
        var work = floor.Enqueue(new() { Queue = 1 });
        Assert.Equal(RoutingReason.HeldBack, floor.Core.Explain(work).Reason);
        Assert.Equal(0, floor.AgentOf(floor.Enqueue(new() { Queue = 2 })));
    }

    [Fact]
    public void ShadowPrice_Learned_KeepsTheScarceSkillForWhoeverNeedsIt()
    {
        var policy = new ShadowPricePolicy { LearnedPrice = 1, LearningRate = 0.5 };
        var floor = new Floor(Options(policy, Floor.Agent("a", "b"), Floor.Agent("a")));
        floor.Present(0, 1);
        Assert.Equal(0, floor.AgentOf(floor.Enqueue(new() { Queue = 1 })));
        var waits = floor.Enqueue(new() { Queue = 2 });
        floor.Now += 10;
        floor.Complete(new WorkHandle(0, 1));
        Assert.Equal((0, 0.5, 0.0), (floor.AgentOf(waits), floor.Core.ScarcityOf(1), floor.Core.ScarcityOf(0)));
        floor.Complete(waits);
        floor.Present(0);

        Assert.Equal(1, floor.AgentOf(floor.Enqueue(new() { Queue = 1 })));
        Assert.Equal(0, floor.AgentOf(floor.Enqueue(new() { Queue = 2 })));
        Assert.Equal(0.25, floor.Core.ScarcityOf(1));
    }

    [Fact]
    public void CustomScore_TagAsAgent_IsObeyed()
    {
        var policy = new CustomScorePolicy("shop.tag", (in WorkAgentPair pair) => pair.Agent.Index == pair.Tag ? 1 : double.NaN);
        var floor = new Floor(Options(policy, Floor.Agent("a", "b"), Floor.Agent("a"))).Present(0, 1);
        Assert.Equal([1, 0, -1], new long[] { 1, 0, 7 }.Select(tag => floor.AgentOf(floor.Enqueue(new() { Tag = tag }))));
    }

    [Fact]
    public void CustomScore_NotTheFirstOfALane_TheNextIsTaken()
    {
        var policy = new CustomScorePolicy("shop.tag", (in WorkAgentPair pair) => pair.Agent.Index == pair.Tag ? 1 : double.NaN);
        var floor = new Floor(Options(policy, Floor.Agent("a", "b"), Floor.Agent("a"))).Present(1);
        WorkHandle[] works = [floor.Enqueue(), floor.Enqueue(new() { Tag = 1 }), floor.Enqueue(new() { Tag = 1 })];
        Assert.Equal([-1, 1, -1], works.Select(floor.AgentOf));
        floor.Complete(works[1]);
        Assert.Equal([-1, 1], new[] { works[0], works[2] }.Select(floor.AgentOf));
        floor.Present(0);
        Assert.Equal(0, floor.AgentOf(works[0]));
    }

    [Fact]
    public void CustomScore_Infinite_IsTheHighestOrTheLowest()
    {
        var policy = new CustomScorePolicy("shop.inf", (in WorkAgentPair pair) =>
            pair.Agent.Index == 1 ? double.PositiveInfinity : pair.Tag == 9 ? double.NegativeInfinity : 0);
        var floor = new Floor(Options(policy, Floor.Agent("a", "b"), Floor.Agent("a"))).Present(0, 1);
        var (first, second) = (floor.Enqueue(), floor.Enqueue(new() { Tag = 9 }));
        Assert.Equal((1, 0), (floor.AgentOf(first), floor.AgentOf(second)));
    }

    [Fact]
    public void BatchOptimal_InfiniteScores_AreDecidedFirstAndHideNothing()
    {
        var policy = new BatchOptimalPolicy(10, (in WorkAgentPair pair) => (pair.Tag, pair.Agent.Index) switch
        {
            (1, 0) => double.PositiveInfinity,
            (2, 0) => 5,
            (2, 1) => 2,
            (3, 1) => 3,
            _ => double.NegativeInfinity,
        });
        var floor = new Floor(Options(policy, Floor.Agent("a", "b"), Floor.Agent("a"))).Present(0, 1);
        var works = new long[] { 1, 2, 3 }.Select(tag => floor.Enqueue(new() { Tag = tag })).ToList();
        floor.Core.Advance(floor.Core.NextDue, floor.Facts);
        Assert.Equal([0, -1, 1], works.Select(floor.AgentOf));
    }

    [Fact]
    public void BatchOptimal_GreedyWouldMissOne_ServesBothForTheLargestSum()
    {
        var policy = new BatchOptimalPolicy(10, (in WorkAgentPair pair) => pair.Levels);
        var floor = new Floor(Options(policy, Floor.Agent("a:9", "b"), Floor.Agent("a:2"))).Present(0, 1);
        var (a, b) = (floor.Enqueue(new() { Queue = 1 }), floor.Enqueue(new() { Queue = 2 }));
        Assert.Equal(RoutingReason.WaitsForWindow, floor.Core.Explain(a).Reason);
        Assert.Equal(2, floor.Core.Waiting);
        floor.Core.Advance(floor.Core.NextDue, floor.Facts);
        Assert.Equal((1, 0), (floor.AgentOf(a), floor.AgentOf(b)));
        floor.Now += 20;
        var late = floor.Enqueue(new() { Queue = 1 });
        floor.Now += 20;
        floor.Complete(a);
        floor.Core.Advance(floor.Now + 10, floor.Facts);
        Assert.Equal(1, floor.AgentOf(late));
    }
}
