using OmniChannel.Routing.Model;

namespace OmniChannel.Routing.Rows;

/// <summary>Shift ends, breaks after heavy work, channels of an agent, and agents who take work themselves; each also with a core made from its rows.</summary>
public sealed class WorkspaceRoutingBreakTests
{
    private static readonly DateTimeOffset Start = new(2026, 4, 1, 12, 0, 0, TimeSpan.Zero);
    private static readonly AgentId Aki = new("aki");
    private long _ids = 500;

    public static TheoryData<bool> Reloaded => [false, true];

    [Theory]
    [MemberData(nameof(Reloaded))]
    public void ShiftEnd_Comes_OfferIsTakenBackAndNothingNewComes(bool reload)
    {
        var rig = Rig();
        SignIn(rig, Profile() with { ShiftEnd = Start.AddMinutes(5) });
        var offered = Enqueue(rig, "chat", Start.AddMinutes(4.9));
        Assert.Equal(WorkStatus.Offered, Item(rig, offered).Status);
        Reload(rig, reload);
        Elapse(rig, Start.AddMinutes(5));
        Assert.Equal(WorkStatus.Waiting, Item(rig, offered).Status);
        Reload(rig, reload);
        Assert.Equal(WorkStatus.Waiting, Item(rig, Enqueue(rig, "chat", Start.AddMinutes(6))).Status);
        SignIn(rig, Profile() with { ShiftEnd = Start.AddHours(9) }, Start.AddMinutes(7));
        Assert.Equal(WorkStatus.Offered, Item(rig, offered).Status);
    }

    [Fact]
    public void ShiftEnd_PassedAtSignIn_NothingIsOffered()
    {
        var rig = Rig();
        SignIn(rig, Profile() with { ShiftEnd = Start.AddMinutes(-5) });
        Assert.Equal(WorkStatus.Waiting, Item(rig, Enqueue(rig, "chat", Start)).Status);
        Assert.Null(rig.Routing.Agent(Aki)!.Deadline);
    }

    [Theory]
    [MemberData(nameof(Reloaded))]
    public void Relief_AfterHeavyWork_IsABreakThatEnds(bool reload)
    {
        var rig = Rig();
        SignIn(rig, Profile() with { ReliefAfter = 2, ReliefFor = TimeSpan.FromMinutes(3) });
        for (var round = 0; round < 2; round++)
        {
            var heavy = Enqueue(rig, "heavy", Start);
            Accept(rig, heavy);
            Reload(rig, reload);
            rig.Routing.Finish(rig.At(Start), Item(rig, heavy));
        }

        Reload(rig, reload);
        Assert.Equal(Start.AddMinutes(3), rig.Routing.Agent(Aki)!.ReliefUntil);
        var waits = Enqueue(rig, "chat", Start.AddMinutes(1));
        Assert.Equal(WorkStatus.Waiting, Item(rig, waits).Status);
        Reload(rig, reload);
        Elapse(rig, Start.AddMinutes(3));
        Assert.Equal(WorkStatus.Offered, Item(rig, waits).Status);
    }

    [Fact]
    public void Channels_OfTheProfile_DecideWhatIsOffered()
    {
        var rig = Rig();
        SignIn(rig, Profile() with { Channels = ["call", "telepathy"] });
        var (message, call) = (Enqueue(rig, "chat", Start), Enqueue(rig, "chat", Start, ChannelMedium.Voice));
        Assert.Equal((WorkStatus.Waiting, WorkStatus.Offered), (Item(rig, message).Status, Item(rig, call).Status));
        SignIn(rig, Profile() with { Channels = ["message"] });
        Assert.Equal((WorkStatus.Offered, WorkStatus.Waiting), (Item(rig, message).Status, Item(rig, call).Status));
    }

    [Theory]
    [MemberData(nameof(Reloaded))]
    public void Pull_FromAQueueThatGivesNothingAway_IsTheOldestAndSaysSo(bool reload)
    {
        var rig = Rig();
        SignIn(rig, Profile());
        var (first, second) = (Enqueue(rig, "pull", Start), Enqueue(rig, "pull", Start.AddSeconds(1)));
        Assert.Equal(WorkStatus.Waiting, Item(rig, first).Status);
        Reload(rig, reload);
        Assert.Equal(first, rig.Routing.Pull(rig.At(Start.AddSeconds(2)), Aki));
        Assert.Equal("routing.pulled", Item(rig, first).Why!.Code);
        Reload(rig, reload);
        Assert.Equal(RoutingOutcome.Done, rig.Routing.Claim(rig.At(Start.AddSeconds(2)), Item(rig, second), Aki));
        Assert.Equal((WorkStatus.Assigned, Aki, "routing.claimed"), (Item(rig, second).Status, Item(rig, second).Agent, Item(rig, second).Why!.Code));
        Assert.Null(rig.Routing.Pull(rig.At(Start.AddSeconds(3)), Aki));
        Assert.Null(rig.Routing.Pull(rig.At(Start.AddSeconds(3)), new("nobody")));
    }

    [Fact]
    public void Facts_AppliedElsewhere_GiveTheSameRows()
    {
        var rig = Rig();
        SignIn(rig, Profile() with { ReliefAfter = 1, ReliefFor = TimeSpan.FromMinutes(3), ShiftEnd = Start.AddMinutes(2) });
        var heavy = Enqueue(rig, "heavy", Start);
        Accept(rig, heavy);
        rig.Routing.Finish(rig.At(Start), Item(rig, heavy));
        Elapse(rig, Start.AddMinutes(2));
        Elapse(rig, Start.AddMinutes(3));
        var other = Rig();
        rig.Facts.ForEach(f => other.Apply((RoutingFact)f));
        Assert.Equal(rig.Rows(), other.Rows());
        Assert.True(other.Routing.Agent(Aki)!.ShiftOver);
    }

    private static RoutingRig Rig() => new(
    [
        new QueueOptions { Name = new("chat") },
        new QueueOptions { Name = new("heavy") }.With(core => core.Heavy = true),
        new QueueOptions { Name = new("pull") }.With(core => core.Pull = true),
    ]);

    private static AgentProfile Profile() => new() { Id = Aki, DisplayName = "Aki", Phone = new("tel:+81312345678") };

    private static void SignIn(RoutingRig rig, AgentProfile profile, DateTimeOffset? at = null) => rig.Routing.SignIn(rig.At(at ?? Start), profile, Presence.Available);

    private static void Reload(RoutingRig rig, bool reload)
    {
        if (reload)
        {
            rig.Reload();
        }
    }

    private static void Elapse(RoutingRig rig, DateTimeOffset at)
    {
        Assert.Equal(at, rig.Routing.Agent(Aki)!.Deadline);
        rig.Routing.ElapseAgent(rig.At(at), RoutingKey.Of(Aki));
    }

    private static void Accept(RoutingRig rig, WorkItemId id) => Assert.True(rig.Routing.Accept(rig.At(Start), Item(rig, id).Offers[0].Id, Aki));

    private static WorkItemSnapshot Item(RoutingRig rig, WorkItemId id) => rig.Routing.Item(id)!;

    private WorkItemId Enqueue(RoutingRig rig, string queue, DateTimeOffset at, ChannelMedium medium = ChannelMedium.AsyncText)
    {
        var id = new WorkItemId(++_ids);
        rig.Routing.Enqueue(rig.At(at), new()
        {
            Id = id,
            Conversation = new(9000 + _ids),
            Queue = new(queue),
            Status = WorkStatus.Waiting,
            Medium = medium,
            CreatedAt = at,
            QueuedAt = at,
        });
        return id;
    }
}
