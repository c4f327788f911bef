namespace OmniChannel.Routing;

public sealed class WorkLedgerTests
{
    private static readonly DateTimeOffset Start = new(2026, 4, 1, 12, 0, 0, TimeSpan.Zero);

    private static readonly QueueOptions[] Queues =
    [
        new QueueOptions { Name = new("general") }.OverflowTo("any", TimeSpan.FromMinutes(2)).EscalateTo("any"),
        new QueueOptions { Name = new("japanese") }.RequireSkill("ja"),
        new QueueOptions { Name = new("any") },
    ];

    public static TheoryData<int> Seeds { get; } = [.. Enumerable.Range(1, Scale.Of(300))];

    [Theory]
    [MemberData(nameof(Seeds))]
    public void Operations_AtRandom_AgreeWithTheModel(int seed)
    {
        var run = new RoutingRun(seed, Queues, Start);
        for (var step = 0; step < 200; step++)
        {
            run.Step();
            run.Check();
        }
    }

    [Theory]
    [MemberData(nameof(Seeds))]
    public void Facts_AppliedElsewhere_GiveTheSameRows(int seed)
    {
        var run = new RoutingRun(seed, Queues, Start);
        for (var step = 0; step < 100; step++)
        {
            run.Step();
        }

        var other = new WorkLedger(Queues);
        run.Facts.ForEach(other.Apply);
        Assert.Equal(Rows(run.Core), Rows(other));
        Assert.Equal(run.Core.Waiting.Select(w => w.Id), other.Waiting.Select(w => w.Id));
        Assert.All(run.Core.Agents.Values, a => Assert.Equal(run.Core.LoadOf(a.Profile.Id), other.LoadOf(a.Profile.Id)));
    }

    [Theory]
    [MemberData(nameof(Seeds))]
    public void Rollback_ToAMark_RestoresEverything(int seed)
    {
        var run = new RoutingRun(seed, Queues, Start);
        for (var step = 0; step < 60; step++)
        {
            run.Step();
        }

        var (rows, waiting, mark) = (Rows(run.Core), run.Core.Waiting.Select(w => w.Id).ToList(), run.Core.Mark());
        for (var step = 0; step < 60; step++)
        {
            run.Step();
        }

        run.Core.RollbackTo(mark);
        Assert.Equal(rows, Rows(run.Core));
        Assert.Equal(waiting, run.Core.Waiting.Select(w => w.Id));
    }

    [Fact]
    public void D1_SkilledAndIdleLongest_IsChosenAndTheReasonSaysSo()
    {
        var core = new WorkLedger(Queues);
        SignIn(core, "idle-long-no-skill", Start);
        SignIn(core, "idle-long", Start.AddMinutes(1), "ja");
        SignIn(core, "idle-short", Start.AddMinutes(2), "ja");
        core.Enqueue(Item(1, "japanese"), []);

        var facts = new List<RoutingFact>();
        Assert.True(core.Match(Start.AddMinutes(5), () => 9, facts));

        var offer = Assert.IsType<WorkItemChanged>(Assert.Single(facts)).Item.Offer!;
        Assert.Equal("idle-long", offer.Agent.Value);
        Assert.Equal("routing.longest-idle", offer.Why.Code);
        Assert.Equal(("240", "3", "2", "2", "ja"), (offer.Why.Arguments["idle"], offer.Why.Arguments["present"], offer.Why.Arguments["skilled"], offer.Why.Arguments["free"], offer.Why.Arguments["skills"]));
    }

    [Fact]
    public void D8_TwoAgentsAcceptOneOffer_ExactlyOneWins()
    {
        var core = new WorkLedger(Queues);
        SignIn(core, "a", Start);
        SignIn(core, "b", Start);
        core.Enqueue(Item(1, "any"), []);
        core.Match(Start, () => 9, []);

        var wins = new[] { "b", "a", "b", "a" }.Count(agent => core.Accept(new(9), new(agent), Start, []));

        Assert.Equal(1, wins);
        Assert.Equal("a", core.Item(new(1))!.Agent.Value);
    }

    [Fact]
    public void Overflow_AfterItsTime_MovesToTheNextQueueOnce()
    {
        var core = new WorkLedger(Queues);
        core.Enqueue(Item(1, "general"), []);
        core.Elapse(new(1), Start.AddSeconds(119), []);
        Assert.Equal("general", core.Item(new(1))!.Queue.Value);

        var facts = new List<RoutingFact>();
        core.Elapse(new(1), Start.AddSeconds(120), facts);
        core.Elapse(new(1), Start.AddSeconds(500), facts);

        Assert.Equal(WorkCause.Overflowed, Assert.IsType<WorkItemChanged>(Assert.Single(facts)).Cause);
        Assert.Equal("any", core.Item(new(1))!.Queue.Value);
    }

    [Fact]
    public void Position_CountsOnlyThoseBeforeInTheSameQueue()
    {
        var core = new WorkLedger(Queues);
        core.Enqueue(Item(1, "any"), []);
        core.Enqueue(Item(2, "general"), []);
        core.Enqueue(Item(3, "any") with { CreatedAt = Start.AddSeconds(1) }, []);
        core.Enqueue(Item(4, "any") with { CreatedAt = Start.AddSeconds(2), Priority = 3 }, []);
        Assert.Equal([2, 1, 3, 1], new long[] { 1, 2, 3, 4 }.Select(i => core.PositionOf(new(i))!.Value));
    }

    private static void SignIn(WorkLedger core, string agent, DateTimeOffset at, params string[] skills) =>
        core.SignIn(new() { Id = new(agent), DisplayName = agent, Skills = [.. skills.Select(s => new SkillLevel { Skill = s })] }, Presence.Available, at, []);

    private static WorkItemSnapshot Item(long id, string queue) => new()
    {
        Id = new(id),
        Conversation = new(1000 + id),
        Queue = new(queue),
        Status = WorkStatus.Waiting,
        CreatedAt = Start,
        QueuedAt = Start,
    };

    private static List<string> Rows(WorkLedger core) =>
    [
        .. core.Items.Keys.Order().Select(k => Text(core.Items.ToRow(k, core.Items.Get(k), 0))),
        .. core.Agents.Keys.Order().Select(k => Text(core.Agents.ToRow(k, core.Agents.Get(k), 0))),
    ];

    private static string Text(StateRow row) => System.Text.Encoding.UTF8.GetString(row.Value.Span);
}
