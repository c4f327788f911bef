using OmniChannel.Simulation.Grids;
using OmniChannel.Simulation.Scenarios;

namespace OmniChannel.Simulation.Rehearsals;

public sealed class RehearsalTests
{
    private const string Day = """
        { "contacts": [
          { "at": 0, "class": "a", "service": 5, "wait": 0, "outcome": "served" },
          { "at": 1, "class": "a", "service": 5, "wait": 4, "outcome": "served" },
          { "at": 2, "class": "a", "wait": 3, "outcome": "abandoned" },
          { "at": 3, "class": "a", "outcome": "blocked", "service": 1 } ] }
        """;

    [Fact]
    public void Rehearsal_UnderTheRulesOfTheDay_FindsTheDay()
    {
        var result = Rehearsal.Run(RecordedDay.Parse(Day), Rules(1) with { Lines = 3 });

        Assert.All(result.Contacts, c => Assert.Equal((c.Recorded.Outcome, c.Recorded.Wait ?? 0), (c.Outcome, c.Wait)));
        Assert.Equal(result.Recorded!.Overall.MeanWait.Value, result.Rehearsed.Overall.MeanWait.Value, 1e-12);
        Assert.Equal(7.0 / 3, result.Recorded.Overall.MeanWait.Value, 1e-12);
        Assert.Equal(4, result.Recorded.Overall.Arrivals.Value);
    }

    [Fact]
    public void Rehearsal_WithAnotherAgent_SavesTheOneWhoGaveUp()
    {
        var result = Rehearsal.Run(RecordedDay.Parse(Day), Rules(2));

        Assert.DoesNotContain(result.Contacts, c => c.Outcome == DayOutcome.Blocked);
        Assert.Equal([0.0, 0, 3], result.Contacts.Take(3).Select(c => c.Wait));
        Assert.Equal("g", result.Contacts[0].Group);
        Assert.Contains("\"recordedOutcome\": \"abandoned\"", RehearsalFile.ToJson(result), StringComparison.Ordinal);
    }

    /// <summary>A day that the simulator itself played, written down and rehearsed, is the same day contact by contact.</summary>
    [Fact]
    public void Rehearsal_OfASimulatedDay_IsTheSameDay()
    {
        var scenario = Floors.One(4, 3.6) with { Replications = 1, Warmup = 0, Arrivals = 2000, Lines = 9 };
        var left = new List<Engine.ContactOutcome>();
        _ = new Engine.Replication(new(scenario), 0, 1, null, TestContext.Current.CancellationToken) { Left = left.Add }.Run();
        var day = new RecordedDay
        {
            Contacts =
            [
                .. left.OrderBy(c => c.Number).Select(c => new DayContact
                {
                    At = c.ArrivedAt,
                    Class = "a",
                    Service = c.Departure == Engine.Departure.Served ? c.LeftAt - c.StartedAt : 0.5,
                    Wait = c.Departure == Engine.Departure.Served ? c.StartedAt - c.ArrivedAt : null,
                    Outcome = c.Departure == Engine.Departure.Served ? DayOutcome.Served : DayOutcome.Blocked,
                }),
            ],
        };

        var result = Rehearsal.Run(day, scenario);

        Assert.All(result.Contacts, c => Assert.Equal(c.Recorded.Outcome, c.Outcome));
        Assert.All(result.Contacts, c => Assert.Equal(c.Recorded.Wait ?? 0, c.Wait, 1e-9));
        Assert.Equal(result.Recorded!.Overall.P95Wait.Value, result.Rehearsed.Overall.P95Wait.Value, 1e-9);
    }

    [Fact]
    public void Rehearsal_WithoutOutcomes_HasNothingToCompareWith() => Assert.Null(
        Rehearsal.Run(RecordedDay.Parse("""{ "contacts": [ { "at": 1, "class": "a" }, { "at": 1, "class": "a", "patience": 2 } ] }"""), Rules(1)).Recorded);

    [Theory]
    [InlineData("""{ "contacts": [] }""", "contacts: must not be empty")]
    [InlineData("""{ "contacts": [ { "at": 1, "class": "b" } ] }""", "contacts[0].class: the scenario has no class 'b'")]
    [InlineData("""{ "contacts": [ { "at": 1, "class": "a" }, { "at": 0, "class": "a" } ] }""", "contacts[1].at: must not come before")]
    [InlineData("""{ "contacts": [ { "at": 1, "class": "a", "wait": -1 } ] }""", "contacts[0].wait: must be at least 0")]
    [InlineData("""{ "contacts": [ { "at": 1, "class": "a", "outcome": "lost" } ] }""", "contacts[0].outcome: 'lost' is not known")]
    [InlineData("""{ "contacts": [ { "at": 1, "class": "a", "agent": 3 } ] }""", "contacts[0].agent: is not a key here")]
    [InlineData("""{ "day": [] }""", "contacts: is missing")]
    public void Day_ThatIsWrong_IsRefusedWithThePath(string json, string message)
    {
        var error = Assert.Throws<ScenarioException>(() => Rehearsal.Run(RecordedDay.Parse(json), Rules(1)));

        Assert.StartsWith(message, error.Message, StringComparison.Ordinal);
    }

    private static Scenario Rules(int agents) => Floors.One(agents, 1) with { Replications = 2 };
}
