using OmniChannel.Routing.Model;

namespace OmniChannel.Routing.Core;

public sealed class RoutingCoreTests
{
    // One agent who has it all stays offline, so that every queue can be served.
    private static RoutingOptions Options(params WorkAgentOptions[] agents) => new()
    {
        Skills = ["a", "b"],
        Classes = [new() { Name = "normal" }, new() { Name = "soon", Boost = 30 }],
        Queues =
        [
            new() { Name = "a", OfferTimeout = 30, DeclineCooldown = 60, Requirement = new() { Required = [new() { Skill = "a", Min = 3 }], Rings = [new() { After = 20, Required = [new() { Skill = "a" }] }] } },
            new() { Name = "pull", Pull = true, Requirement = Floor.Needs("b") },
        ],
        Agents = [.. agents, Floor.Agent("a:9", "b")],
    };

    [Fact]
    public void Explain_Offered_NamesWinnerRunnerUpAndCounts()
    {
        var floor = new Floor(Options(Floor.Agent("a:3"), Floor.Agent("a:4", "b"), Floor.Agent("a:2"), Floor.Agent("a:5"), Floor.Agent("a:5"))).Present(0, 1, 2, 3);
        floor.Core.Accept(floor.Enqueue(), new(0), RoutingCore.AnyEpoch, floor.Now, floor.Facts);
        var why = floor.Core.Explain(floor.Enqueue());
        Assert.Equal((RoutingReason.Chosen, 1, 3), (why.Reason, why.Agent.Index, why.RunnerUp.Index));
        Assert.Equal((4, 3, 2), (why.Present, why.Skilled, why.Free));
        Assert.Equal(floor.Now + 30, why.NextChange);
    }

    [Fact]
    public void Explain_Waiting_SaysWhatWouldChangeIt()
    {
        var floor = new Floor(Options(Floor.Agent("a:2"), Floor.Agent("a:3"), Floor.Agent("b")));
        var work = floor.Enqueue();
        Assert.Equal(RoutingReason.NobodyPresent, floor.Core.Explain(work).Reason);
        floor.Present(2);
        Assert.Equal(RoutingReason.NobodySkilled, floor.Core.Explain(work).Reason);
        floor.Present(0);
        var why = floor.Core.Explain(work);
        Assert.Equal((1, 20L), (why.AddedByNextRing, why.NextChange));
        floor.Present(1);
        floor.Core.Decline(work, new(1), RoutingCore.AnyEpoch, floor.Now, floor.Facts);
        Assert.Equal(RoutingReason.AllDeclined, floor.Core.Explain(work).Reason);
        var other = floor.Enqueue();
        Assert.Equal(1, floor.Core.Explain(other).Agent.Index);
        Assert.Equal(RoutingReason.AllBusy, floor.Core.Explain(work).Reason);
    }

    [Fact]
    public void Pull_AgentAsks_GetsTheOldestOfAPullQueue()
    {
        var floor = new Floor(Options(Floor.Agent("b"), Floor.Agent("a:3"))).Present(0, 1);
        var (first, second) = (floor.Enqueue(new() { Queue = 1 }), floor.Enqueue(new() { Queue = 1 }));
        Assert.Equal(RoutingReason.PullOnly, floor.Core.Explain(first).Reason);
        Assert.Equal(RoutingOutcome.Nothing, floor.Core.Pull(new(1), floor.Now, floor.Facts, out _));
        Assert.Equal(RoutingOutcome.Done, floor.Core.Pull(new(0), floor.Now, floor.Facts, out var pulled));
        Assert.Equal(first, pulled);
        Assert.Equal(RoutingOutcome.NotEligible, floor.Core.Claim(second, new(0), floor.Now, floor.Facts));
        Assert.Equal(RoutingOutcome.Done, floor.Core.Claim(second, new(1), floor.Now, floor.Facts));
        Assert.Equal(RoutingOutcome.Stale, floor.Core.Claim(second, new(1), floor.Now, floor.Facts));
    }

    [Fact]
    public void Accept_TwoAgentsAsked_ExactlyOneGetsIt()
    {
        var options = Options(Floor.Agent("a:3"), Floor.Agent("a:3"));
        options.Queues[0].ConcurrentOffers = 2;
        var floor = new Floor(options).Present(0, 1);
        var work = floor.Enqueue();
        var epoch = floor.Core.Item(work).Epoch;
        Assert.Equal(RoutingOutcome.Done, floor.Core.Accept(work, new(1), epoch, floor.Now, floor.Facts));
        Assert.Equal(RoutingOutcome.Stale, floor.Core.Accept(work, new(0), epoch, floor.Now, floor.Facts));
        Assert.Equal(0, floor.Core.Agent(new(0)).Load);
        Assert.Equal(1, floor.AgentOf(work));
    }

    [Fact]
    public void Transfer_ToAnotherChannel_KeepsAgeAndPlace()
    {
        var options = Options(Floor.Agent("b"));
        options.Queues.Add(new() { Name = "callback" });
        var floor = new Floor(options);
        floor.Now = 5;
        var first = floor.Enqueue();
        floor.Now = 9;
        var second = floor.Enqueue(new() { Queue = 2 });
        floor.Core.Transfer(first, new() { Queue = 2 }, RoutingCore.AnyEpoch, floor.Now, floor.Facts);
        Assert.Equal((5L, 0, 1), (floor.Core.Item(first).Since, floor.Core.Position(first), floor.Core.Position(second)));
    }

    [Fact]
    public void EstimatedWait_SteadyDepartures_IsPlaceTimesGap()
    {
        var options = Options(Floor.Agent("a:3"));
        options.DirectAssign = true;
        var floor = new Floor(options).Present(0);
        var held = floor.Enqueue();
        Assert.Null(floor.Core.EstimatedWait(floor.Enqueue()));
        for (var i = 0; i < 50; i++)
        {
            var last = floor.Enqueue();
            floor.Now += 10;
            floor.Complete(held);
            held = new(floor.Facts.Span[^1].Work, floor.Facts.Span[^1].Generation);
            Assert.Equal(0, floor.Core.Position(last));
        }

        floor.Enqueue();
        Assert.InRange(floor.Core.EstimatedWait(floor.Enqueue())!.Value, 28, 32);
    }

    [Fact]
    public void UpdateAgent_SkillLearnt_WaitingWorkIsGivenWhenPresenceIsToldAgain()
    {
        var floor = new Floor(Options(Floor.Agent("b"))).Present(0);
        var work = floor.Enqueue();
        floor.Core.UpdateAgent(new(0), Floor.Agent("a:4", "b"));
        floor.Core.SetPresence(new(0), present: true, floor.Now, floor.Facts);
        Assert.Equal((WorkPhase.Offered, 0), (floor.Core.Item(work).Phase, floor.Core.Explain(work).Agent.Index));
        Assert.Equal(1, floor.Core.Explain(work).Skilled);
    }

    [Fact]
    public void AddAgent_AfterTheStart_GetsWaitingWorkWhenPresent()
    {
        var floor = new Floor(Options());
        var work = floor.Enqueue();
        var added = Enumerable.Range(0, 200).Select(_ => floor.Core.AddAgent(Floor.Agent("a:3"))).Last();
        floor.Core.SetPresence(added, present: true, ++floor.Now, floor.Facts);
        Assert.Equal(added, floor.Core.Explain(work).Agent);
    }

    [Fact]
    public void Compile_AfterTheStart_FindsAgentsWhoAreIdleAlready()
    {
        var floor = new Floor(Options(Floor.Agent("a:5", "b"), Floor.Agent("a:5"))).Present(0, 1);
        var requirement = floor.Core.Compile(new() { Required = [new() { Skill = "a", Min = 4, Max = 5 }], Excluded = [new() { Skill = "b" }] });
        Assert.Equal(1, floor.Core.Explain(floor.Enqueue(new() { Requirement = requirement })).Agent.Index);
    }

    [Fact]
    public void Overtaking_BoostOfThirty_OnlyThoseWhoComeLessThanThirtyLater()
    {
        var options = Options(Floor.Agent("b"));
        options.DirectAssign = true;
        options.Queues.Add(new() { Name = "any" });
        var random = new Random(3);
        var floor = new Floor(options).Present(0);
        var held = floor.Enqueue(new() { Queue = 2 });
        var waiting = new Dictionary<int, (long Since, int Class)>();
        var overtaken = 0;
        for (var step = 0; step < 20_000; step++)
        {
            floor.Now += random.Next(6);
            if (random.Next(2) == 0 || waiting.Count == 0)
            {
                var priority = random.Next(2);
                waiting.Add(floor.Enqueue(new() { Queue = 2, Class = priority }).Index, (floor.Now, priority));
                continue;
            }

            floor.Complete(held);
            held = new(floor.Facts.Span[^1].Work, floor.Facts.Span[^1].Generation);
            waiting.Remove(held.Index, out var served);
            foreach (var left in waiting.Values.Where(w => w.Since < served.Since))
            {
                overtaken++;
                Assert.True(served.Class > left.Class && served.Since - left.Since <= 30);
            }
        }

        Assert.True(overtaken > 100, "or nothing was tested");
    }

    [Fact]
    public void Steps_InSteadyState_AllocateNothing()
    {
        var floor = new Floor(Options(Floor.Agent("a:3"), Floor.Agent("a:4"))).Present(0, 1);
        for (var round = 0; round < 2; round++)
        {
            var before = GC.GetAllocatedBytesForCurrentThread();
            for (var i = 0; i < 5000; i++)
            {
                floor.Now++;
                floor.Facts.Clear();
                var work = floor.Core.Enqueue(default, floor.Now, floor.Facts);
                var agent = new AgentHandle(floor.Facts.Span[^1].Agent);
                floor.Core.Accept(work, agent, RoutingCore.AnyEpoch, floor.Now, floor.Facts);
                floor.Core.Complete(work, RoutingCore.AnyEpoch, floor.Now, floor.Facts);
            }

            if (round == 1)
            {
                Assert.Equal(before, GC.GetAllocatedBytesForCurrentThread());
            }
        }
    }
}
