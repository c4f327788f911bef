using OmniChannel.Routing.Model;

namespace OmniChannel.Routing.Core;

public sealed class RoutingArgumentTests
{
    private static readonly Action<RoutingCore, WorkHandle, WorkFacts>[] Mistakes =
    [
        (core, _, facts) => core.Enqueue(new() { Queue = 2 }, 9, facts),
        (core, _, facts) => core.Enqueue(new() { Queue = -1 }, 9, facts),
        (core, _, facts) => core.Enqueue(new() { Requirement = 99 }, 9, facts),
        (core, _, facts) => core.Enqueue(new() { Requirement = -1 }, 9, facts),
        (core, _, facts) => core.Enqueue(new() { Class = 7 }, 9, facts),
        (core, _, facts) => core.Enqueue(new() { Preferred = new(5) }, 9, facts),
        (core, work, facts) => core.Transfer(work, new() { Queue = 2 }, RoutingCore.AnyEpoch, 9, facts),
        (core, work, facts) => core.Transfer(work, new() { Requirement = 99 }, RoutingCore.AnyEpoch, 9, facts),
        (core, work, facts) => core.Transfer(work, new() { Requirement = 0 }, RoutingCore.AnyEpoch, 9, facts),
        (core, work, facts) => core.Transfer(work, new() { Class = -1 }, RoutingCore.AnyEpoch, 9, facts),
        (core, work, facts) => core.Transfer(work, new() { Agent = new(5) }, RoutingCore.AnyEpoch, 9, facts),
        (core, work, facts) => core.Convert(work, 99, RoutingCore.AnyEpoch, 9, facts),
        (core, work, facts) => core.Claim(work, new(5), 9, facts),
        (core, _, facts) => core.Pull(new(5), 9, facts, out _),
        (core, _, facts) => core.SetPresence(new(5), 1, 9, facts),
        (core, _, facts) => core.SetShiftEnd(new(-1), 10, 9, facts),
    ];

    private static RoutingOptions Options() => new()
    {
        Undo = true,
        Queues = [new() { Name = "a" }, new() { Name = "b" }],
        Agents = [Floor.Agent()],
    };

    [Fact]
    public void Command_NamesWhatIsNotThere_ThrowsBeforeAnythingChanges()
    {
        foreach (var mistake in Mistakes)
        {
            var floor = new Floor(Options()).Present(0);
            var work = floor.Enqueue();
            floor.Core.Accept(work, new(0), RoutingCore.AnyEpoch, floor.Now, floor.Facts);
            floor.Facts.Clear();
            var (state, now) = (floor.Core.StateHash(), floor.Core.Now);
            Assert.Throws<ArgumentOutOfRangeException>(() => mistake(floor.Core, work, floor.Facts));
            Assert.Equal((state, now, 0), (floor.Core.StateHash(), floor.Core.Now, floor.Facts.Count));
            Assert.Equal(RoutingOutcome.Done, floor.Core.Complete(work, RoutingCore.AnyEpoch, 10, floor.Facts));
        }
    }

    [Fact]
    public void Transfer_WorkThatWaitsForItsTime_KeepsIt()
    {
        var floor = new Floor(Options()).Present(0);
        var work = floor.Enqueue(new() { NotBefore = 50 });
        floor.Core.Transfer(work, new() { Queue = 1 }, RoutingCore.AnyEpoch, floor.Now, floor.Facts);
        Assert.Equal(WorkPhase.Deferred, floor.Core.Item(work).Phase);
        floor.Core.Transfer(work, new() { Queue = 0, NotBefore = 60 }, RoutingCore.AnyEpoch, floor.Now, floor.Facts);
        floor.Core.Advance(59, floor.Facts);
        Assert.Equal(WorkPhase.Deferred, floor.Core.Item(work).Phase);
        floor.Core.Transfer(work, new() { NotBefore = 0 }, RoutingCore.AnyEpoch, 59, floor.Facts);
        Assert.Equal(WorkPhase.Offered, floor.Core.Item(work).Phase);
    }

    [Fact]
    public void Times_NearTheEndOfLong_DoNotWrap()
    {
        const long Late = long.MaxValue - 3;
        var options = new RoutingOptions
        {
            DirectAssign = true,
            Skills = ["a"],
            Channels = [new() { Name = "c", WrapUp = long.MaxValue, Cost = int.MaxValue }],
            Classes = [new() { Name = "n", Boost = long.MinValue }, new() { Name = "t", Target = long.MaxValue }, new() { Name = "s", Ageing = 0.5 }],
            Queues =
            [
                new()
                {
                    Name = "q", DeclineCooldown = long.MaxValue, Escalations = [new() { To = "r", After = long.MaxValue - 1 }],
                    Requirement = new() { Rings = [new() { After = long.MaxValue - 2, Required = [new() { Skill = "a" }] }] },
                },
                new() { Name = "r" },
            ],
            Agents = [new() { Capacity = int.MaxValue, ReliefAfter = 1, ReliefFor = long.MaxValue, Skills = [new() { Skill = "a", Level = 1 }] }],
        };
        var core = new RoutingCore(options);
        var facts = new WorkFacts();
        core.SetPresence(new(0), present: true, Late, facts);
        var first = core.Enqueue(new() { Heavy = true, Since = long.MinValue }, Late, facts);
        WorkHandle[] waiting = [core.Enqueue(new() { Class = 1 }, Late, facts), core.Enqueue(new() { Class = 2 }, Late, facts), core.Enqueue(default, Late, facts)];
        Assert.Equal(RoutingOutcome.Done, core.Return(first, RoutingCore.AnyEpoch, Late, facts));
        core.Advance(long.MaxValue - 1, facts);
        Assert.Single(waiting, w => core.Item(w).Phase == WorkPhase.Assigned);
        var held = waiting.Single(w => core.Item(w).Phase == WorkPhase.Assigned);
        core.Complete(held, RoutingCore.AnyEpoch, long.MaxValue - 1, facts);
        Assert.Equal((WorkPhase.WrapUp, long.MaxValue), (core.Item(held).Phase, core.Explain(held).NextChange));
        Assert.DoesNotContain(facts.Span.ToArray(), f => f.Until < -1 && f.Until != long.MinValue);
    }

    [Fact]
    public void AddAgent_AfterAMark_KeepsItsPlaceAtTheEndWhenRolledBack()
    {
        var floor = new Floor(Options()).Present(0);
        var (other, mark) = (new Floor(Options()).Present(0), floor.Core.Mark());
        floor.Enqueue();
        floor.Core.AddAgent(Floor.Agent());
        floor.Core.SetPresence(new(1), present: true, floor.Now, floor.Facts);
        floor.Core.RollbackTo(mark);
        other.Core.AddAgent(Floor.Agent());
        Assert.Equal(other.Core.StateHash(), floor.Core.StateHash());
        Assert.Equal(2, floor.Core.Agents);
        floor.Present(1);
        Assert.Equal(0, floor.Core.Explain(floor.Enqueue()).Agent.Index);
    }

    [Fact]
    public void Steps_TwoQueuesAskTheSame_AllocateNothing()
    {
        var options = Options();
        options.DirectAssign = true;
        options.Undo = false;
        var floor = new Floor(options).Present(0);
        var before = 0L;
        for (var i = 0; i < 2000; i++)
        {
            before = i == 1000 ? GC.GetAllocatedBytesForCurrentThread() : before;
            floor.Complete(floor.Enqueue(new() { Queue = i & 1 }));
        }

        Assert.Equal(before, GC.GetAllocatedBytesForCurrentThread());
    }
}
