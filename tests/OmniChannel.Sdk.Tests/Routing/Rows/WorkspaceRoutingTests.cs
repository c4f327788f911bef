namespace OmniChannel.Routing.Rows;

public sealed class WorkspaceRoutingTests
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
    public void Core_MadeFromItsRowsAnyTime_DecidesTheSame(int seed)
    {
        var (run, again) = (new RoutingRun(seed, Queues, Start), new RoutingRun(seed, Queues, Start, reloads: 3));
        for (var step = 0; step < 120; step++)
        {
            run.Step();
            again.Step();
            Assert.Equal(run.Rig.Rows(), again.Rig.Rows());
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

        var other = new RoutingRig(Queues);
        run.Rig.Facts.ForEach(f => other.Apply((RoutingFact)f));
        Assert.Equal(run.Rig.Rows(), other.Rows());
        Assert.All(
            run.Rig.Routing.Agents.Values, a => Assert.Equal(run.Rig.Routing.LoadOf(a.Profile.Id, Start), other.Routing.LoadOf(a.Profile.Id, Start)));
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

        var (rows, mark) = (run.Rig.Rows(), run.Rig.Undo.Mark());
        for (var step = 0; step < 60; step++)
        {
            run.Step();
        }

        run.Rig.Undo.RollbackTo(mark);
        Assert.Equal(rows, run.Rig.Rows());
    }

    [Fact]
    public void D1_SkilledAndIdleLongest_IsChosenAndTheReasonSaysSo()
    {
        var rig = new RoutingRig(Queues);
        SignIn(rig, "idle-long-no-skill", Start);
        SignIn(rig, "idle-long", Start.AddMinutes(1), "ja");
        SignIn(rig, "idle-short", Start.AddMinutes(2), "ja");
        rig.Routing.Enqueue(rig.At(Start.AddMinutes(5)), Item(1, "japanese"));

        var offer = Assert.Single(rig.Routing.Item(new(1))!.Offers);
        Assert.Equal("idle-long", offer.Agent.Value);
        Assert.Equal("routing.longest-idle", offer.Why.Code);
        Assert.Equal(
            ("240", "3", "2", "2", "ja", "idle-short"),
            (offer.Why.Arguments["idle"], offer.Why.Arguments["present"], offer.Why.Arguments["skilled"], offer.Why.Arguments["free"], offer.Why.Arguments["skills"],
                offer.Why.Arguments["runner-up"]));
    }

    [Fact]
    public void D8_TwoAgentsAcceptOneOffer_ExactlyOneWins()
    {
        var rig = new RoutingRig(Queues);
        SignIn(rig, "a", Start);
        SignIn(rig, "b", Start);
        rig.Routing.Enqueue(rig.At(Start), Item(1, "any"));
        var offer = rig.Routing.Item(new(1))!.Offers[0].Id;

        var wins = new[] { "b", "a", "b", "a" }.Count(agent => rig.Routing.Accept(rig.At(Start), offer, new(agent)));

        Assert.Equal(1, wins);
        Assert.Equal("a", rig.Routing.Item(new(1))!.Agent.Value);
    }

    [Fact]
    public void Overflow_AfterItsTime_MovesToTheNextQueueOnce()
    {
        var rig = new RoutingRig(Queues);
        rig.Routing.Enqueue(rig.At(Start), Item(1, "general"));
        rig.Facts.Clear();
        rig.Routing.Elapse(rig.At(Start.AddSeconds(119)), new(1));
        Assert.Equal("general", rig.Routing.Item(new(1))!.Queue.Value);

        rig.Routing.Elapse(rig.At(Start.AddSeconds(120)), new(1));
        rig.Routing.Elapse(rig.At(Start.AddSeconds(500)), new(1));

        Assert.Equal(WorkCause.Overflowed, Assert.IsType<WorkItemChanged>(Assert.Single(rig.Facts)).Cause);
        Assert.Equal("any", rig.Routing.Item(new(1))!.Queue.Value);
    }

    [Fact]
    public void Overflow_OfACall_StaysACall()
    {
        var rig = new RoutingRig(Queues);
        rig.Routing.Enqueue(rig.At(Start), Item(1, "general") with { Medium = ChannelMedium.Voice });
        rig.Routing.Elapse(rig.At(Start.AddSeconds(120)), new(1));
        Assert.Equal(("any", 4), (rig.Routing.Item(new(1))!.Queue.Value, rig.Routing.Item(new(1))!.Weight));
    }

    [Fact]
    public void Position_CountsOnlyThoseBeforeInTheSameQueue()
    {
        var rig = new RoutingRig(Queues);
        rig.Routing.Enqueue(rig.At(Start), Item(1, "any"));
        rig.Routing.Enqueue(rig.At(Start), Item(2, "general"));
        rig.Routing.Enqueue(rig.At(Start), Item(3, "any") with { CreatedAt = Start.AddSeconds(1) });
        rig.Routing.Enqueue(rig.At(Start), Item(4, "any") with { CreatedAt = Start.AddSeconds(2), Priority = 3 });
        Assert.Equal([2, 1, 3, 1], new long[] { 1, 2, 3, 4 }.Select(i => rig.Routing.PositionOf(rig.Routing.Item(new(i))!, Start)!.Value));
    }

    [Fact]
    public void Wait_AfterTwoWereServed_IsEstimatedFromThem()
    {
        var rig = new RoutingRig(Queues);
        for (var i = 1; i <= 4; i++)
        {
            rig.Routing.Enqueue(rig.At(Start), Item(i, "any"));
        }

        Assert.Null(rig.Routing.EstimatedWait(rig.Routing.Item(new(4))!, Start));
        SignIn(rig, "a", Start);
        foreach (var (item, at) in new[] { (1, 10), (2, 50) })
        {
            rig.Routing.Accept(rig.At(Start.AddSeconds(at)), rig.Routing.Item(new(item))!.Offers[0].Id, new("a"));
        }

        rig.Routing.SetPresence(rig.At(Start.AddSeconds(50)), new("a"), Presence.Away);
        rig.Reload();
        Assert.Equal(TimeSpan.FromSeconds(80), rig.Routing.EstimatedWait(rig.Routing.Item(new(4))!, Start.AddSeconds(50)));
    }

    [Fact]
    public void Rows_OfBeforeTheCore_AreTakenOver()
    {
        var rig = new RoutingRig(Queues);
        Load(rig.Routing.Agents, 1, """{"Profile":{"Id":"a","DisplayName":"A","Skills":[],"Capacity":4},"Presence":1,"IdleSince":"2026-04-01T11:00:00+00:00"}""");
        Load(rig.Routing.Items, 5, """
            {"Id":"wrk_0000000000005","Conversation":"cnv_0000000000006","Queue":"any","Status":1,"Weight":1,"CreatedAt":"2026-04-01T11:00:00+00:00",
             "QueuedAt":"2026-04-01T11:00:00+00:00","Epoch":1,"Cooldowns":[],"Offer":{"Id":"ofr_0000000000007","Agent":"a","OfferedAt":"2026-04-01T11:59:50+00:00",
             "ExpiresAt":"2026-04-01T12:00:20+00:00","Why":{"Code":"routing.longest-idle","Arguments":{}}}}
            """);
        rig.Routing.Recover(rig.At(Start));

        var item = rig.Routing.Items.Values.Single();
        Assert.Equal(Start.AddSeconds(20), item.Deadline);
        Assert.True(rig.Routing.Accept(rig.At(Start), item.Offers[0].Id, new("a")));
    }

    private static void Load(IStateRows table, long key, string json) => table.Load(new()
    {
        Key = new(table.Table, table.Table == StateTable.Agents ? RoutingKey.Of(new AgentId("a")) : key),
        Parent = 0,
        IsResident = true,
        AppliedSequence = 0,
        Value = System.Text.Encoding.UTF8.GetBytes(json),
    });

    private static void SignIn(RoutingRig rig, string agent, DateTimeOffset at, params string[] skills) => rig.Routing.SignIn(
        rig.At(at), new() { Id = new(agent), DisplayName = agent, Skills = [.. skills.Select(s => new SkillLevel { Skill = s })] }, Presence.Available);

    private static WorkItemSnapshot Item(long id, string queue) => new()
    {
        Id = new(id),
        Conversation = new(1000 + id),
        Queue = new(queue),
        Status = WorkStatus.Waiting,
        CreatedAt = Start,
        QueuedAt = Start,
    };
}
