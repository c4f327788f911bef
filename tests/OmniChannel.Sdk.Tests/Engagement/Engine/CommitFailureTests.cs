using System.Text;
using OmniChannel.Engagement.Facts;
using OmniChannel.Engagement.State;
using OmniChannel.Fakes;

namespace OmniChannel.Engagement.Engine;

/// <summary>A store that fails at any call: all or nothing, callers are told, a retry converges, and memory equals the store.</summary>
public sealed partial class CommitFailureTests
{
    private const string Mobile = "+819011112222";

    public static TheoryData<int, string> Points { get; } = new(
        from n in Enumerable.Range(1, Scale.Of(240))
        from fault in new[] { "before", "after", "always-before" }
        select (n, fault));

    [Theory]
    [MemberData(nameof(Points))]
    public async Task Commit_FailsAtTheNth_AllOrNothing(int nth, string fault)
    {
        await using var desk = await TestDesk.OpenAsync();
        Break(desk, nth, fault);

        await MoveUntilAsync(desk, StoryAsync(desk));
        desk.Store.OnCommit = null;
        await SettleAsync(desk);

        AssertMemoryEqualsStore(desk);
        Assert.Equal(["reply"], desk.Sms.SentTexts);
        var texts = desk.Store.Journal.SelectMany(FactCodec.Decode).OfType<EntryAdded>()
            .Where(e => e is { Kind: EntryKind.Message, Author: ParticipantKind.Customer }).Select(e => e.Payload!.Contents[0].Preview);
        Assert.Equal(["one", "two", "three"], texts);
        Assert.True(desk.Host.Accounts.Status().IsReady);
    }

    [Fact]
    public async Task Commit_ThatFailsForGood_TellsTheCallerAndChangesNothing()
    {
        await using var desk = await TestDesk.OpenAsync();
        await desk.SayAsync(desk.Sms, Mobile, "one");
        await desk.Host.SettleAsync();
        var rows = desk.Store.Rows.Count;
        desk.Store.OnCommit = (_, _) => throw new IOException("disk full");

        var two = desk.Sms.ReceiveAsync(Mobile, "two", "two");
        await MoveUntilAsync(desk, two.ContinueWith(_ => { }, TaskScheduler.Default));
        await Assert.ThrowsAsync<EngineUnavailableException>(() => two);
        Assert.Equal(rows, desk.Store.Rows.Count);
        Assert.DoesNotContain(Messages(desk), m => m == "two");

        desk.Store.OnCommit = null;
        await desk.Sms.ReceiveAsync(Mobile, "two", "two");
        await desk.Sms.ReceiveAsync(Mobile, "two", "two");
        Assert.Equal(["one", "two"], Messages(desk));
        AssertMemoryEqualsStore(desk);
    }

    [Fact]
    public async Task Commit_WrittenButUnreadable_IsFoundOutLater()
    {
        await using var desk = await TestDesk.OpenAsync();
        var blind = 8;
        desk.Store.OnCommit = async (_, write) => throw Lost(await write());
        desk.Store.OnReadHead = () =>
        {
            if (--blind > 0)
            {
                throw new IOException("gone");
            }
        };

        var one = desk.Sms.ReceiveAsync(Mobile, "one", "one");
        await MoveUntilAsync(desk, one);
        await one;

        desk.Store.OnCommit = null;
        await desk.Sms.ReceiveAsync(Mobile, "two", "two");
        Assert.Equal(["one", "two"], Messages(desk));
    }

    [Theory]
    [InlineData(CommitOutcome.LeaseLost)]
    [InlineData(CommitOutcome.HeadMoved)]
    public async Task Engine_ThatIsNoLongerTheWriter_StopsAndSaysSo(CommitOutcome outcome)
    {
        await using var desk = await TestDesk.OpenAsync();
        desk.Store.OnCommit = (_, _) => Task.FromResult(outcome);

        await Assert.ThrowsAsync<EngineUnavailableException>(() => desk.Sms.ReceiveAsync(Mobile, "one", "one"));
        await Assert.ThrowsAsync<EngineUnavailableException>(() => desk.Sms.ReceiveAsync(Mobile, "two", "two"));

        Assert.False(desk.Host.Accounts.Status().IsReady);
        Assert.Empty(Messages(desk));
        desk.Store.OnCommit = null;
        await desk.RestartAsync();
        await desk.Sms.ReceiveAsync(Mobile, "one", "one");
        Assert.Equal(["one"], Messages(desk));
    }

    [Fact]
    public async Task Rows_ThatCannotBeRead_FailTheirInputsOnly()
    {
        await using var desk = await TestDesk.OpenAsync();
        await desk.Sms.ReceiveAsync(Mobile, "one", "one");
        desk.Store.OnRead = () => throw new IOException("disk");
        await Assert.ThrowsAsync<EngineUnavailableException>(() => desk.Sms.ReceiveAsync(Mobile, "one", "one"));
        await desk.Sms.ReceiveAsync(Mobile, "two", "two");
        desk.Store.OnRead = null;
        await desk.Sms.ReceiveAsync(Mobile, "one", "one");
        Assert.Equal(["one", "two"], Messages(desk));
    }

    [Fact]
    public async Task Duplicate_WhileTheFirstIsBeingWritten_IsOneMessage()
    {
        await using var desk = await TestDesk.OpenAsync();
        var writing = new TaskCompletionSource();
        var gate = new TaskCompletionSource();
        desk.Store.OnCommit = async (_, write) =>
        {
            writing.TrySetResult();
            await gate.Task;
            return await write();
        };
        var first = desk.Sms.ReceiveAsync(Mobile, "one", "one");
        await writing.Task.WaitAsync(TestTimeouts.Default);
        var again = Enumerable.Range(0, 5).Select(_ => desk.Sms.ReceiveAsync(Mobile, "one", "one")).ToList();
        gate.SetResult();

        await Task.WhenAll([first, .. again]).WaitAsync(TestTimeouts.Default);

        Assert.Equal(["one"], Messages(desk));
        Assert.True(desk.Host.Accounts.Status().IsReady);
    }

    [Fact]
    public async Task Result_OfASend_SurvivesAStoreThatFailsForAWhile()
    {
        await using var desk = await TestDesk.OpenAsync();
        var agent = await desk.Host.SignInAsync("agent-a");
        await desk.SayAsync(desk.Sms, Mobile, "one");
        var id = await desk.AcceptAsync(agent);
        var failures = 6;
        desk.Sms.OnSend = (_, _) =>
        {
            desk.Store.OnCommit = (_, write) => failures-- > 0 ? throw new IOException("disk") : write();
            return Task.FromResult(SendResult.Sent());
        };

        await desk.Omni.Agents.ReplyAsync(agent, id, new TextContent("reply"));
        await SettleAsync(desk);

        Assert.Equal(DeliveryState.Sent, (await desk.ViewAsync(id)).Entries.Single(e => e.Author == ParticipantKind.Agent && e.Kind == EntryKind.Message).Delivery);
        Assert.Single(desk.Sms.Sent);
    }

    /// <summary>Fails at one commit, before or after it was written, or at six from it on.</summary>
    private static void Break(TestDesk desk, int nth, string fault)
    {
        var commits = 0;
        desk.Store.OnCommit = async (_, write) =>
        {
            var number = Interlocked.Increment(ref commits);
            var broken = fault == "always-before" ? number >= nth && number < nth + 6 : number == nth;
            if (!broken)
            {
                return await write();
            }

            return fault == "after" ? throw Lost(await write()) : throw new IOException("disk");
        };
    }

    private static IOException Lost(CommitOutcome outcome) => new($"the answer was lost: {outcome}");

    private static async Task StoryAsync(TestDesk desk)
    {
        foreach (var text in new[] { "one", "two" })
        {
            await RetryAsync(() => desk.Sms.ReceiveAsync(Mobile, text, text));
        }

        AgentId agent = new("agent-a");
        await RetryAsync(() => desk.Omni.Agents.SignInAsync(new() { Id = agent, DisplayName = "A" }));
        var conversation = await AcceptAsync(desk, agent);
        await RetryAsync(async () => Assert.True((await desk.Omni.Agents.ReplyAsync(agent, conversation, new TextContent("reply"))).Accepted));
        await RetryAsync(() => desk.Sms.ReceiveAsync(Mobile, "three", "three"));
    }

    private static async Task<ConversationId> AcceptAsync(TestDesk desk, AgentId agent)
    {
        Decision? taken = null;
        while (taken is not { Accepted: true })
        {
            // The clock runs while the store is broken, so that an offer may run out before it is taken.
            var offer = (await desk.Omni.Agents.DeskAsync(agent, Locale.English)).Offers.SingleOrDefault();
            await RetryAsync(async () => taken = offer is null ? null : await desk.Omni.Agents.AcceptAsync(agent, offer.Id));
            await Task.Yield();
        }

        return taken.Conversation;
    }

    private static async Task RetryAsync(Func<Task> act)
    {
        while (true)
        {
            try
            {
                await act();
                return;
            }
            catch (EngineUnavailableException)
            {
                await Task.Yield();
            }
        }
    }

    private static Task MoveUntilAsync(TestDesk desk, Task done) => desk.MoveUntilAsync(done, TimeSpan.FromMilliseconds(100));

    private static Task SettleAsync(TestDesk desk) => MoveUntilAsync(desk, desk.Host.SettleAsync());

    private static List<string> Messages(TestDesk desk) =>
    [
        .. desk.Store.Journal.SelectMany(FactCodec.Decode).OfType<EntryAdded>().Where(e => e.Kind == EntryKind.Message).Select(e => e.Payload!.Contents[0].Preview),
    ];

    /// <summary>What readers see is what the store holds, and the store is what its journal says.</summary>
    private static void AssertMemoryEqualsStore(TestDesk desk)
    {
        var replayed = new WorkspaceState(EngineRig.Seed, RigRules.New(false) with { Queues = [new() { Name = new("general") }] });
        foreach (var fact in desk.Store.Journal.SelectMany(FactCodec.Decode))
        {
            replayed.Apply(fact);
        }

        var expected = replayed.Tables.SelectMany(t => t.Keys.Select(k => t.ToRow(k, t.Peek(k)!, 0))).ToDictionary(r => r.Key, r => Encoding.UTF8.GetString(r.Value.Span));
        Assert.Equal(expected.Count, desk.Store.Rows.Count);
        Assert.All(expected, e => Assert.Equal(e.Value, Encoding.UTF8.GetString(desk.Store.Rows[e.Key].Value.Span)));
        Assert.Equal(Enumerable.Range(1, desk.Store.Journal.Count()).Select(n => (long)n), desk.Store.Journal.Select(j => j.Sequence));
    }
}
