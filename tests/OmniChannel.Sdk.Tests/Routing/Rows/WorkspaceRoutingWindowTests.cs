using OmniChannel.Routing.Model;
using OmniChannel.Routing.Policies;

namespace OmniChannel.Routing.Rows;

/// <summary>Batch windows and learned prices on rows: decided the same when made again from rows any time, and when only the facts are applied.</summary>
public sealed class WorkspaceRoutingWindowTests
{
    private static readonly DateTimeOffset Start = new(2026, 4, 1, 12, 0, 0, TimeSpan.Zero);

    private static readonly QueueOptions[] Queues =
    [
        new QueueOptions { Name = new("general") }.OverflowTo("any", TimeSpan.FromMinutes(2)).EscalateTo("any"),
        new QueueOptions { Name = new("japanese") }.RequireSkill("ja"),
        new QueueOptions { Name = new("any") },
    ];

    public static TheoryData<int> Seeds { get; } = [.. Enumerable.Range(1, Scale.Of(100))];

    private static RoutingOptions Rules => new() { Policy = new BatchOptimalPolicy { Window = 15_000, IdleWeight = 0.001 } };

    [Theory]
    [MemberData(nameof(Seeds))]
    public void Windows_MadeFromRowsAnyTimeOrFromFacts_DecideTheSame(int seed)
    {
        var (run, again) = (new RoutingRun(seed, Queues, Start, rules: Rules), new RoutingRun(seed, Queues, Start, reloads: 3, rules: Rules));
        var batches = 0;
        for (var step = 0; step < 120; step++)
        {
            run.Step();
            again.Step();
            Assert.Equal(run.Rig.Rows(), again.Rig.Rows());
            batches = run.Rig.Facts.Count(f => f is WindowMoved { Until: null });
        }

        Assert.True(batches > 5, $"{batches} windows were decided");
        var other = new RoutingRig(Queues, Rules);
        run.Rig.Facts.ForEach(f => other.Apply((RoutingFact)f));
        Assert.Equal(run.Rig.Rows(), other.Rows());
    }

    [Theory]
    [MemberData(nameof(Seeds))]
    public void LearnedPrices_MadeFromRowsAnyTimeOrFromFacts_AreTheSame(int seed)
    {
        var rules = new RoutingOptions { Policy = new ShadowPricePolicy { LearnedPrice = 3, LearningRate = 0.1, WaitWeight = 0.0001 } };
        var (run, again) = (new RoutingRun(seed, Queues, Start, rules: rules), new RoutingRun(seed, Queues, Start, reloads: 3, rules: rules));
        for (var step = 0; step < 80; step++)
        {
            run.Step();
            again.Step();
            Assert.Equal(run.Rig.Rows(), again.Rig.Rows());
        }

        var other = new RoutingRig(Queues, rules);
        run.Rig.Facts.ForEach(f => other.Apply((RoutingFact)f));
        Assert.Equal(run.Rig.Rows(), other.Rows());
    }

    [Fact]
    public void Rules_WithoutWindows_CloseTheOneThatIsOpen()
    {
        var before = new RoutingRig(Queues, Rules);
        SignIn(before);
        Enqueue(before, 1);
        Assert.NotNull(before.Window);

        var after = new RoutingRig(Queues);
        before.Facts.ForEach(f => after.Apply((RoutingFact)f));
        after.Routing.Recover(after.At(Start));
        Assert.Equal(WorkStatus.Offered, after.Routing.Item(new(1))!.Status);
        after.Routing.ElapseWindow(after.At(Start.AddSeconds(15)));
        Assert.Null(after.Window);
    }

    [Fact]
    public void Window_Open_HoldsWorkBackAndSaysSo()
    {
        var rig = new RoutingRig(Queues, Rules);
        SignIn(rig);
        Enqueue(rig, 1);
        var item = rig.Routing.Item(new(1))!;
        Assert.Equal((WorkStatus.Waiting, "routing.waits-for-window"), (item.Status, rig.Routing.Explain(item, Start).Code));

        rig.Routing.ElapseWindow(rig.At(Start.AddSeconds(14)));
        Assert.Equal(WorkStatus.Waiting, rig.Routing.Item(new(1))!.Status);
        rig.Routing.ElapseWindow(rig.At(Start.AddSeconds(15)));
        Assert.Equal("routing.batch-optimal", rig.Routing.Item(new(1))!.Reason!.Code);
    }

    private static void SignIn(RoutingRig rig) =>
        rig.Routing.SignIn(rig.At(Start), new() { Id = new("a"), DisplayName = "A" }, Presence.Available);

    private static void Enqueue(RoutingRig rig, long id) => rig.Routing.Enqueue(rig.At(Start), new()
    {
        Id = new(id),
        Conversation = new(id),
        Queue = new("general"),
        Status = WorkStatus.Waiting,
        Medium = ChannelMedium.AsyncText,
        CreatedAt = Start,
        QueuedAt = Start,
    });
}
