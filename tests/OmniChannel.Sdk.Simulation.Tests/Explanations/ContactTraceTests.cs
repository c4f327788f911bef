using OmniChannel.Simulation.Rehearsals;
using OmniChannel.Simulation.Scenarios;

namespace OmniChannel.Simulation.Explanations;

public sealed class ContactTraceTests
{
    private static readonly Scenario Scene = new()
    {
        Warmup = 0,
        Lines = 3,
        Classes =
        [
            new()
            {
                Name = "a",
                Skills = new Dictionary<string, int> { ["x"] = 1 },
                Arrivals = new() { Kind = ArrivalKind.Replay, Times = [0, 1, 2, 3, 4] },
                Service = new() { Kind = DurationKind.Constant, Mean = 10 },
            },
        ],
        Agents =
        [
            new() { Name = "other", Count = 1 },
            new() { Name = "able", Count = 2, Skills = new Dictionary<string, int> { ["x"] = 2 } },
        ],
    };

    [Fact]
    public void Trace_OfAContactServedAtOnce_NamesWinnerAndRunnerUp()
    {
        var trace = ContactTrace.Of(Scene, 1);

        var decision = Assert.Single(trace.Decisions);
        Assert.Equal(("chosen", "able #1", "able #2"), (decision.Reason, decision.Agent, decision.RunnerUp));
        Assert.Equal((3, 2, 2), (decision.Present, decision.Skilled, decision.Free));
        Assert.Equal((DayOutcome.Served, 10.0), (trace.Outcome, trace.LeftAt));
    }

    [Fact]
    public void Trace_OfAContactThatWaits_SaysWhyAndWhoTookIt()
    {
        var trace = ContactTrace.Of(Scene, 3);

        Assert.Equal(["allBusy", "chosen"], trace.Decisions.Select(d => d.Reason));
        Assert.Null(trace.Decisions[0].Agent);
        Assert.Equal(0, trace.Decisions[0].Free);
        Assert.Equal((10.0, "able #1"), (trace.Decisions[1].At, trace.Decisions[1].Agent));
    }

    [Fact]
    public void Trace_OfABlockedContact_HasNoDecision()
    {
        var trace = ContactTrace.Of(Scene, 4);

        Assert.Empty(trace.Decisions);
        Assert.Equal(DayOutcome.Blocked, trace.Outcome);
    }

    [Fact]
    public void Trace_OfAContactThatNeverComes_IsRefused() =>
        Assert.Equal("contact", Assert.Throws<ScenarioException>(() => ContactTrace.Of(Scene, 6)).Path);
}
