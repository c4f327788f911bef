using OmniChannel.Routing.Model;

namespace OmniChannel.Routing.Core;

public sealed class RoutingNobodyTests
{
    private static readonly WorkRequirementOptions Expert = new()
    {
        Required = [new() { Skill = "a", Min = 5 }],
        Rings = [new() { After = 20, Required = [new() { Skill = "a" }] }],
    };

    private static RoutingOptions Options(params WorkAgentOptions[] agents) => new()
    {
        Skills = ["a"],
        Channels = [new() { Name = "chat" }, new() { Name = "call", Cost = 4 }],
        Queues =
        [
            new() { Name = "first", Requirement = Expert, Escalations = [new() { To = "last", WhenNobody = true }] },
            new() { Name = "last" },
            new() { Name = "calls", Requirement = new() { Channel = "call" }, Escalations = [new() { To = "last", WhenNobody = true }] },
        ],
        Agents = [.. agents],
    };

    [Fact]
    public void WhenNobody_OnlyALaterRingHasSomebody_Waits()
    {
        var floor = new Floor(Options(Floor.Agent("a:2"))).Present(0);
        var work = floor.Enqueue();
        Assert.Equal((WorkPhase.Waiting, 0), (floor.Core.Item(work).Phase, floor.Core.Item(work).Queue));
        floor.Core.Advance(floor.Now + 20, floor.Facts);
        Assert.Equal(WorkPhase.Offered, floor.Core.Item(work).Phase);
    }

    [Fact]
    public void WhenNobody_ShiftIsOver_DoesNotCount()
    {
        var floor = new Floor(Options(Floor.Agent("a:5"))).Present(0);
        floor.Core.SetShiftEnd(new(0), floor.Now, floor.Now, floor.Facts);
        var work = floor.Enqueue();
        Assert.Equal(1, floor.Core.Item(work).Queue);
        Assert.Equal((RoutingReason.NobodyPresent, 0), (floor.Core.Explain(work).Reason, floor.Core.Explain(work).Skilled));
    }

    [Fact]
    public void WhenNobody_TooSmallForItsChannel_DoesNotCount()
    {
        var floor = new Floor(Options(Floor.Agent("a:5"))).Present(0);
        Assert.Equal(1, floor.Core.Item(floor.Enqueue(new() { Queue = 2 })).Queue);
    }

    [Fact]
    public void WhenNobody_LastOneLeaves_WorkMovesOnInItsOrder()
    {
        var floor = new Floor(Options(Floor.Agent("a:5"), Floor.Agent("a:1"))).Present(0, 1);
        floor.Core.Accept(floor.Enqueue(), new(0), RoutingCore.AnyEpoch, floor.Now, floor.Facts);
        floor.Core.Accept(floor.Enqueue(new() { Queue = 1 }), new(1), RoutingCore.AnyEpoch, floor.Now, floor.Facts);
        WorkHandle[] waiting = [floor.Enqueue(), floor.Enqueue()];
        floor.Core.SetPresence(new(1), present: false, floor.Now, floor.Facts);
        Assert.All(waiting, w => Assert.Equal(0, floor.Core.Item(w).Queue));
        floor.Core.SetPresence(new(0), present: false, floor.Now, floor.Facts);
        Assert.All(waiting, w => Assert.Equal(1, floor.Core.Item(w).Queue));
        Assert.Equal([0, 1], waiting.Select(floor.Core.Position));
    }

    [Fact]
    public void WhenNobody_ShiftOfTheLastOneEnds_WorkMovesOn()
    {
        var floor = new Floor(Options(Floor.Agent("a:5"))).Present(0);
        floor.Core.SetShiftEnd(new(0), floor.Now + 5, floor.Now, floor.Facts);
        var offered = floor.Enqueue();
        var waiting = floor.Enqueue();
        floor.Core.Advance(floor.Now + 5, floor.Facts);
        Assert.All([offered, waiting], w => Assert.Equal((WorkPhase.Waiting, 1), (floor.Core.Item(w).Phase, floor.Core.Item(w).Queue)));
    }

    [Fact]
    public void WhenNobody_SkillIsTakenAway_WorkMovesOnWhenPresenceIsToldAgain()
    {
        var floor = new Floor(Options(Floor.Agent("a:1"))).Present(0);
        var work = floor.Enqueue();
        floor.Core.UpdateAgent(new(0), Floor.Agent());
        floor.Core.SetPresence(new(0), present: true, floor.Now, floor.Facts);
        Assert.Equal((WorkPhase.Offered, 1), (floor.Core.Item(work).Phase, floor.Core.Item(work).Queue));
    }
}
