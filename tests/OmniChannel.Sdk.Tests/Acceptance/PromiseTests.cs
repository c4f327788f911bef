using OmniChannel.Engagement.Facts;
using OmniChannel.Fakes;
using OmniChannel.Routing.Rows;

namespace OmniChannel.Acceptance;

/// <summary>The promises P1, P4 and P5 of the design; the others are kept by tests named after them elsewhere.</summary>
public sealed class PromiseTests
{
    private const string Mobile = "+819011112222";

    [Fact]
    public async Task P1_Webhook_IsAnsweredOnlyOnceItsEventsAreCommitted()
    {
        await using var desk = await TelDesk.OpenAsync();
        var (gate, writing) = (new TaskCompletionSource(), new TaskCompletionSource());
        desk.Store.OnCommit = async (_, write) =>
        {
            writing.TrySetResult();
            await gate.Task;
            return await write();
        };

        var answer = TelDesk.ReceiveAsync(desk, "1");
        await writing.Task.WaitAsync(TestTimeouts.Default);
        Assert.False(answer.IsCompleted);
        Assert.DoesNotContain(desk.Store.Journal, j => j.InputKind == "channel");

        gate.SetResult();
        Assert.Equal(200, (await answer.WaitAsync(TestTimeouts.Default)).StatusCode);
        Assert.Single(desk.Store.Journal, j => j.InputKind == "channel");
    }

    [Fact]
    public async Task P1_DuplicateWebhook_GetsTheSameAnswerAndTakesNoEffect()
    {
        await using var desk = await TelDesk.OpenAsync();
        var answers = await Task.WhenAll(Enumerable.Range(0, 20).Select(_ => TelDesk.ReceiveAsync(desk, "1")));
        await desk.RestartAsync();
        var later = await TelDesk.ReceiveAsync(desk, "1");
        await desk.Host.SettleAsync();

        Assert.All(answers.Append(later), a => Assert.Equal(200, a.StatusCode));
        Assert.Single(desk.Store.Journal, j => j.InputKind == "channel");
        Assert.Single(Said(desk));
    }

    [Fact]
    public async Task P1_AnswerThatCannotBeWritten_IsStillAnAnswer()
    {
        await using var desk = await TelDesk.OpenAsync(respond: () => throw new InvalidOperationException("a bug of the adapter"));
        for (var i = 0; i < 2; i++)
        {
            Assert.Equal(200, (await TelDesk.ReceiveAsync(desk, "1")).StatusCode);
        }

        Assert.Single(desk.Store.Journal, j => j.InputKind == "channel");
    }

    [Fact]
    public async Task P1_SameEventIdOfAnotherAccount_IsAnotherEvent()
    {
        await using var desk = await TestDesk.OpenAsync();
        await desk.Sms.ReceiveAsync(Mobile, "by SMS", "id-1");
        await desk.Chat.ReceiveAsync("v1", "by chat", "id-1");
        await desk.Host.SettleAsync();

        Assert.Equal(["by SMS", "by chat"], Said(desk));
    }

    [Fact]
    public async Task P4_Sequence_HasNoGapsAndTheTimelineGoesByTheProvidersTime()
    {
        var random = new Random(4);
        await using var desk = await TestDesk.OpenAsync();
        var start = desk.Time.GetUtcNow();
        for (var i = 0; i < 60; i++)
        {
            await desk.Sms.DeliverAsync(new MessageReceived
            {
                DedupeKey = "late-" + i,
                Sender = Mobile,
                OccurredAt = start.AddSeconds(random.Next(-40, 40)),
                Content = [new TextContent("no. " + i)],
            });
        }

        await desk.Host.SettleAsync();
        desk.Time.Advance(TimeSpan.FromMinutes(2));
        var timeline = await desk.TimelineAsync(Assert.Single(desk.Omni.Conversations.Unanswered(TimeSpan.Zero)).Conversation);

        Assert.Equal(Enumerable.Range(1, timeline.Count).Select(i => (long)i), timeline.Select(e => e.Sequence).Order());
        Assert.Equal(timeline.OrderBy(e => e.At).ThenBy(e => e.Sequence).Select(e => e.Sequence), timeline.Select(e => e.Sequence));
        Assert.NotEqual(timeline.Select(e => e.Sequence).Order(), timeline.Select(e => e.Sequence));
    }

    [Fact]
    public async Task P5_TimersThatAreDue_FireOnceInTheirOrderBeforeWhatComesThen()
    {
        await using var desk = await TestDesk.OpenAsync(omni => omni.AddQueue("general", q => q.OfferTimeout = TimeSpan.FromSeconds(30)));
        for (var i = 0; i < 3; i++)
        {
            await desk.Host.SignInAsync("agent-" + i);
            await desk.SayAsync(desk.Sms, $"+81901111222{i}", "hello");
            await desk.Host.SettleAsync();
            desk.Time.Advance(TimeSpan.FromSeconds(1));
        }

        var before = desk.Store.Journal.Count();
        var old = await desk.CrashAsync();
        desk.Time.Advance(TimeSpan.FromSeconds(60));
        await desk.SayAsync(desk.Chat, "v1", "what comes then");
        await desk.Host.SettleAsync();
        await old.DisposeAsync();

        var after = desk.Store.Journal.Skip(before).ToList();
        var fired = after.Select((row, i) => (row, i)).Where(r => r.row.InputKind == "timer").ToList();
        var said = after.FindIndex(r => r.InputKind == "channel");
        var ended = fired.SelectMany(r => FactCodec.Decode(r.row)).OfType<WorkItemChanged>().Where(f => f.Cause == WorkCause.Expired).Select(f => f.Item.Id).ToList();
        Assert.True(fired.Count >= 3 && said > fired[2].i, $"{fired.Count} fired; said at {said}");
        Assert.Equal(3, ended.Count);
        Assert.Equal(ended.Distinct(), ended);
    }

    private static IEnumerable<string> Said(TestDesk desk) => desk.Store.Journal.SelectMany(FactCodec.Decode).OfType<EntryAdded>()
        .Where(e => e is { Kind: EntryKind.Message, Author: ParticipantKind.Customer }).Select(e => e.Payload!.Contents[0].Preview);
}
