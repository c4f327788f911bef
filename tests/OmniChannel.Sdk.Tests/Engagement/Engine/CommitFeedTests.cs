using OmniChannel.Engagement.Inputs;
using OmniChannel.Identity;

namespace OmniChannel.Engagement.Engine;

/// <summary>Who is woken by a commit: visitors by what concerns them, wherever their customer went, and nobody else.</summary>
public sealed class CommitFeedTests
{
    [Fact]
    public async Task Visitors_AreWokenByTheirOwn_AlsoWhenTheirCustomerChanges()
    {
        var rig = await EngineRig.StartAsync(RigRules.New(false));
        await rig.RunAsync(Said("a"), Said("b"));
        var feed = new CommitFeed(rig.View);
        using var a = feed.Subscribe(Key(rig, "a"));
        using var b = feed.Subscribe(Key(rig, "b"));
        using var later = feed.Subscribe(Key(rig, "later"));
        VisitorSubscription[] all = [a, b, later];

        Assert.Equal([false, false, false], await WokenAsync(all));
        feed.Publish([Changed(rig, "a")]);
        Assert.Equal([true, false, false], await WokenAsync(all));

        await rig.RunAsync(Said("later"));
        feed.Publish([Decided([new AtomCreated { Key = Key(rig, "later"), Atom = Atom(rig, "later"), At = rig.Now }])]);
        Assert.Equal([false, false, true], await WokenAsync(all));
        feed.Publish([Changed(rig, "later")]);
        Assert.Equal([false, false, true], await WokenAsync(all));

        var moved = new AtomPlacement { Atom = Atom(rig, "b"), From = Atom(rig, "b"), To = Atom(rig, "a") };
        await rig.RunAsync(new VerdictCommand { First = new(Atom(rig, "a")), Second = new(Atom(rig, "b")), Verdict = VerdictKind.Together });
        feed.Publish([Decided([new PartitionChanged { Moved = [moved] }])]);
        Assert.Equal([true, true, false], await WokenAsync(all));
        feed.Publish([Changed(rig, "a")]);
        Assert.Equal([true, true, false], await WokenAsync(all));

        b.Dispose();
        feed.Publish([Changed(rig, "a")]);
        Assert.Equal([true, false], await WokenAsync([a, later]));
    }

    [Fact]
    public async Task Filter_DecidesForDesks()
    {
        var rig = await EngineRig.StartAsync(RigRules.New(false));
        var feed = new CommitFeed(rig.View);
        using var wanted = feed.Subscribe(i => i.Facts.Count > 0);
        feed.Publish([Decided([])]);
        Assert.False(await wanted.WaitAsync(TimeSpan.Zero, TimeProvider.System, CancellationToken.None));
        feed.Publish([Decided([]), Decided(["a fact"])]);
        Assert.True(await wanted.WaitAsync(TimeSpan.Zero, TimeProvider.System, CancellationToken.None));
    }

    /// <summary>Who was woken since the last time; each reads on, and waits again.</summary>
    private static async Task<List<bool>> WokenAsync(IEnumerable<VisitorSubscription> visitors)
    {
        var woken = new List<bool>();
        foreach (var visitor in visitors)
        {
            woken.Add(await visitor.WaitAsync(TimeSpan.Zero, TimeProvider.System, CancellationToken.None));
            visitor.Follow();
        }

        return woken;
    }

    private static ChannelInput Said(string visitor) => new()
    {
        Account = RigRules.Chat,
        Event = new MessageReceived { DedupeKey = visitor, Sender = visitor, OccurredAt = default, Content = [new TextContent("hello")] },
    };

    private static IdentifierKey Key(EngineRig rig, string visitor) =>
        rig.State.Identity.KeyOf(Identifier.Address(new() { Account = RigRules.Chat, SenderId = visitor }))!.Value;

    private static long Atom(EngineRig rig, string visitor) => rig.View.AtomOf(Key(rig, visitor));

    private static DecidedInput Changed(EngineRig rig, string visitor) => Decided([]) with { Conversation = rig.View.ThreadsOf(Atom(rig, visitor)).Last };

    private static DecidedInput Decided(IReadOnlyList<object> facts) => new() { Sequence = 1, Kind = "test", At = default, Facts = facts, Outcome = new() };
}
