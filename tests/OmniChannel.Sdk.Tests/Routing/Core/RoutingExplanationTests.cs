using OmniChannel.Routing.Model;

namespace OmniChannel.Routing.Core;

public sealed class RoutingExplanationTests
{
    private static RoutingOptions Options(int asked = 1) => new()
    {
        Queues = [new() { Name = "q", ConcurrentOffers = asked }, new() { Name = "pull", Pull = true }],
        Agents = [Floor.Agent(), Floor.Agent(), Floor.Agent()],
    };

    [Theory]
    [InlineData(0, 1)]
    [InlineData(1, 0)]
    public void Explain_TwoWereAsked_NamesWhoGotIt(int winner, int runnerUp)
    {
        var floor = new Floor(Options(asked: 2)).Present(0, 1, 2);
        var work = floor.Enqueue();
        var asked = floor.Core.Explain(work);
        Assert.Equal((0, 1, 3), (asked.Agent.Index, asked.RunnerUp.Index, asked.Free));
        floor.Core.Accept(work, new(winner), RoutingCore.AnyEpoch, floor.Now, floor.Facts);
        var why = floor.Core.Explain(work);
        Assert.Equal((winner, runnerUp, 3), (why.Agent.Index, why.RunnerUp.Index, why.Free));
    }

    [Fact]
    public void Explain_Preferred_SaysSoAlsoAfterAWait()
    {
        var floor = new Floor(Options()).Present(0, 1);
        var first = floor.Enqueue(new() { Preferred = new(1) });
        Assert.Equal("routing.preferred", Code(floor, first));
        floor.Core.Accept(first, new(1), RoutingCore.AnyEpoch, floor.Now, floor.Facts);
        var second = floor.Enqueue(new() { Preferred = new(1), PreferredUntil = 100 });
        Assert.Equal("routing.waits-for-preferred", Code(floor, second));
        floor.Complete(first);
        Assert.Equal("routing.preferred", Code(floor, second));
    }

    [Fact]
    public void Explain_ClaimedOrPulled_SaysThatTheAgentTookIt()
    {
        var floor = new Floor(Options());
        var (claimed, pulled) = (floor.Enqueue(new() { Queue = 1 }), floor.Enqueue(new() { Queue = 1 }));
        floor.Present(0, 1);
        floor.Core.Claim(claimed, new(0), floor.Now, floor.Facts);
        floor.Core.Pull(new(1), floor.Now, floor.Facts, out _);
        Assert.Equal(("routing.claimed", "routing.pulled"), (Code(floor, claimed), Code(floor, pulled)));
    }

    [Fact]
    public void Explain_PolicyChose_NamesThePolicy()
    {
        var floor = new Floor(Options()).Present(0);
        Assert.Equal("routing.longest-idle", Code(floor, floor.Enqueue()));
    }

    [Theory]
    [InlineData("en")]
    [InlineData("ja")]
    public void ToText_EveryReason_HasASentenceWithoutHoles(string locale)
    {
        foreach (var reason in Enum.GetValues<RoutingReason>())
        {
            var why = new RoutingExplanation { Reason = reason, Agent = new(0), RunnerUp = new(1) };
            var text = why.ToExplanation(a => $"A{a.Index}").ToText(new Locale(locale));
            Assert.DoesNotContain("{", text);
            Assert.DoesNotContain("routing.", text);
        }
    }

    private static string Code(Floor floor, WorkHandle work) => floor.Core.Explain(work).ToExplanation(a => $"A{a.Index}").Code;
}
