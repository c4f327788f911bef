using OmniChannel.Routing.Explanations;
using OmniChannel.Routing.Model;

namespace OmniChannel.Routing.Core;

/// <summary>Agents who are given nothing and take work themselves, and work whose class changes.</summary>
public sealed class RoutingTakingTests
{
    private static RoutingOptions Options(params WorkAgentOptions[] agents) => new()
    {
        Classes = [new() { Name = "normal" }, new() { Name = "urgent", Rank = 1 }],
        Queues =
        [
            new() { Name = "all", Escalations = [new() { To = "late", After = 100 }] }, new() { Name = "late" }, new() { Name = "legal" },
            new() { Name = "nobody", Escalations = [new() { To = "late", WhenNobody = true }] },
        ],
        Agents = [.. agents],
    };

    private static WorkAgentOptions Taker(params string[]? from) => new() { OnlyTakes = true, TakesFrom = from };

    [Fact]
    public void OnlyTakes_WorkComes_IsGivenToOthersAndCountsForNobody()
    {
        var floor = new Floor(Options(Taker(null), Floor.Agent())).Present(0);
        var first = floor.Enqueue(new() { Preferred = new(0), PreferredUntil = 50 });
        var why = floor.Core.Explain(first);
        Assert.Equal((RoutingReason.NobodyPresent, 0, 0, 0), (why.Reason, why.Present, why.Skilled, why.Free));
        Assert.Equal(1, floor.Core.Item(floor.Enqueue(new() { Queue = 3 })).Queue);

        floor.Present(1);
        Assert.Equal(1, floor.Core.Explain(first).Agent.Index);
        Assert.Equal(0, floor.Core.Agent(new(0)).Offers);
    }

    [Fact]
    public void OnlyTakes_PullsTheMostUrgentAndClaims_WithinRoomAndPresence()
    {
        var floor = new Floor(Options(Taker(null)));
        var (normal, urgent) = (floor.Enqueue(), floor.Enqueue(new() { Class = 1 }));
        Assert.Equal(RoutingOutcome.NotEligible, floor.Core.Claim(normal, new(0), floor.Now, floor.Facts));
        Assert.Equal(RoutingOutcome.Nothing, floor.Core.Pull(new(0), floor.Now, floor.Facts, out _));

        floor.Present(0);
        Assert.Equal(RoutingOutcome.Done, floor.Core.Pull(new(0), floor.Now, floor.Facts, out var taken));
        Assert.Equal(urgent, taken);
        Assert.Equal(RoutingOutcome.NotEligible, floor.Core.Claim(normal, new(0), floor.Now, floor.Facts));
        floor.Complete(urgent);
        Assert.Equal(WorkPhase.Waiting, floor.Core.Item(normal).Phase);
        Assert.Equal(RoutingOutcome.Done, floor.Core.Claim(normal, new(0), floor.Now, floor.Facts));
    }

    [Fact]
    public void TakesFrom_OtherQueues_AreNeitherPulledNorClaimedButGiven()
    {
        var helper = new WorkAgentOptions { TakesFrom = ["legal"] };
        var floor = new Floor(Options(Taker("all"), helper)).Present(0);
        var legal = floor.Enqueue(new() { Queue = 2 });
        Assert.Equal(RoutingOutcome.NotEligible, floor.Core.Claim(legal, new(0), floor.Now, floor.Facts));
        Assert.Equal(RoutingOutcome.Nothing, floor.Core.Pull(new(0), floor.Now, floor.Facts, out _));
        var all = floor.Enqueue();
        Assert.Equal(RoutingOutcome.Done, floor.Core.Pull(new(0), floor.Now, floor.Facts, out var taken));
        Assert.Equal(all, taken);

        var given = floor.Enqueue();
        floor.Present(1);
        Assert.Equal((1, WorkPhase.Offered), (floor.Core.Explain(legal).Agent.Index, floor.Core.Item(legal).Phase));
        Assert.Equal(RoutingOutcome.NotEligible, floor.Core.Claim(given, new(1), floor.Now, floor.Facts));
    }

    [Fact]
    public void TakesFrom_QueueThatIsNotThere_IsRefusedWithItsPath()
    {
        var refused = Assert.Throws<RoutingConfigurationException>(() => new RoutingCore(Options(Taker("all", "nowhere"))));
        Assert.Equal(["Agents[0].TakesFrom[1]: there is no queue 'nowhere'"], refused.Errors);
    }

    [Fact]
    public void Prioritise_WaitingWork_GoesFirstAndKeepsAgeEscalationAndEpoch()
    {
        var floor = new Floor(Options(Floor.Agent()));
        var (first, second) = (floor.Enqueue(), floor.Enqueue());
        var before = floor.Core.Item(second);
        floor.Now += 60;
        Assert.Equal(RoutingOutcome.Done, floor.Core.Prioritise(second, 1, floor.Now, floor.Facts));
        Assert.Equal(RoutingOutcome.Nothing, floor.Core.Prioritise(second, 1, floor.Now, floor.Facts));
        Assert.Equal(before with { Class = 1 }, floor.Core.Item(second));

        floor.Now += 40;
        floor.Core.Advance(floor.Now, floor.Facts);
        Assert.Equal((1, 1), (floor.Core.Item(first).Queue, floor.Core.Item(second).Queue));
        floor.Present(0);
        Assert.Equal((WorkPhase.Waiting, WorkPhase.Offered), (floor.Core.Item(first).Phase, floor.Core.Item(second).Phase));
        Assert.Equal(RoutingOutcome.Done, floor.Core.Prioritise(second, 0, floor.Now, floor.Facts));
        Assert.Equal(WorkPhase.Offered, floor.Core.Item(second).Phase);
        Assert.Throws<ArgumentOutOfRangeException>(() => floor.Core.Prioritise(second, 2, floor.Now, floor.Facts));
    }
}
