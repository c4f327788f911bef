using OmniChannel.Fakes;

namespace OmniChannel.Acceptance;

/// <summary>Promise P2, row by row, and P6: every message is sent once, or we say that we do not know.</summary>
public sealed partial class OutboundTests
{
    private const string Mobile = "+819011112222";

    [Fact]
    public async Task P2_Transient_IsTriedAgainWithGrowingWaits()
    {
        await using var desk = await TestDesk.OpenAsync();
        var calls = new List<DateTimeOffset>();
        var (agent, id) = await TalkAsync(desk, (_, n) => n < 4 ? SendResult.Failed(SendErrorKind.Transient) : null, calls);

        await desk.ReplyAsync(agent, id, "hello");
        Assert.Equal(DeliveryState.Queued, await StateAsync(desk, id));
        await desk.Host.AdvanceAsync(TimeSpan.FromMinutes(2));

        Assert.Equal(DeliveryState.Sent, await StateAsync(desk, id));
        Assert.Equal(4, calls.Count);
        var waits = calls.Zip(calls.Skip(1), (a, b) => (b - a).TotalSeconds).ToList();
        Assert.All(waits.Zip([1.0, 2, 4]), w => Assert.InRange(w.First, w.Second * 0.75, w.Second * 1.25));
        Assert.StartsWith("SMS cannot be reached: held, next try in", (await ReasonsAsync(desk, id))[0], StringComparison.Ordinal);
    }

    [Fact]
    public async Task P2_Transient_ForGood_FailsInTheEnd()
    {
        await using var desk = await TestDesk.OpenAsync();
        var calls = new List<DateTimeOffset>();
        var (agent, id) = await TalkAsync(desk, (_, _) => SendResult.Failed(SendErrorKind.Transient), calls);
        await desk.ReplyAsync(agent, id, "hello");
        await desk.Host.AdvanceAsync(TimeSpan.FromHours(3));
        Assert.Equal(DeliveryState.Queued, await StateAsync(desk, id));
        await desk.Host.AdvanceAsync(TimeSpan.FromHours(2));

        Assert.Equal(DeliveryState.Failed, await StateAsync(desk, id));
        Assert.InRange(calls.Count, 40, 70);
        Assert.Equal("SMS could not be reached for hours: not sent.", (await ReasonsAsync(desk, id))[^1]);
    }

    [Fact]
    public async Task P2_ProviderDownForAnHour_SendsOnceItIsBack()
    {
        await using var desk = await TestDesk.OpenAsync();
        var start = desk.Time.GetUtcNow();
        var (agent, id) = await TalkAsync(desk, (_, _) => desk.Time.GetUtcNow() < start + TimeSpan.FromHours(1) ? SendResult.Failed(SendErrorKind.Transient) : null, []);
        await desk.ReplyAsync(agent, id, "hello");
        await desk.RestartAsync();
        await desk.Host.AdvanceAsync(TimeSpan.FromMinutes(70));
        Assert.Equal(["hello"], desk.Sms.SentTexts);
    }

    [Fact]
    public async Task P2_Throttled_WaitsAsLongAsToldTo()
    {
        await using var desk = await TestDesk.OpenAsync();
        var calls = new List<DateTimeOffset>();
        var (agent, id) = await TalkAsync(
            desk, (_, n) => n == 1 ? SendResult.Failed(new SendError { Kind = SendErrorKind.Throttled, RetryAfter = TimeSpan.FromSeconds(42) }) : null, calls);
        await desk.ReplyAsync(agent, id, "hello");
        await desk.Host.AdvanceAsync(TimeSpan.FromMinutes(2));
        Assert.Equal((DeliveryState.Sent, 42), (await StateAsync(desk, id), (calls[1] - calls[0]).TotalSeconds));
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task P2_Ambiguous_WithoutAKey_IsUnknownAndNotSentAgain(bool throws)
    {
        await using var desk = await TestDesk.OpenAsync();
        var calls = new List<DateTimeOffset>();
        var (agent, id) = await TalkAsync(desk, (_, _) => throws ? throw new HttpRequestException("reset") : SendResult.Failed(SendErrorKind.Ambiguous), calls);
        await desk.ReplyAsync(agent, id, "hello");
        await desk.Host.AdvanceAsync(TimeSpan.FromDays(1));
        Assert.Equal((DeliveryState.Unknown, 1), (await StateAsync(desk, id), calls.Count));
    }

    [Fact]
    public async Task P2_Ambiguous_WithAKey_IsSentAgainUnderTheSameKey()
    {
        await using var desk = await TestDesk.OpenAsync(sms: TestDesk.SmsCapabilities with { AcceptsIdempotencyKey = true });
        var keys = new List<string>();
        var (agent, id) = await TalkAsync(
            desk,
            (m, n) =>
            {
                keys.Add(m.IdempotencyKey);
                return n < 3 ? SendResult.Failed(SendErrorKind.Ambiguous) : null;
            },
            []);
        await desk.ReplyAsync(agent, id, "hello");
        await desk.Host.AdvanceAsync(TimeSpan.FromMinutes(1));
        Assert.Equal(DeliveryState.Sent, await StateAsync(desk, id));
        Assert.Equal(3, keys.Count);
        Assert.Single(keys.Distinct());
    }

    [Fact]
    public async Task P2_Unknown_BlocksFollowersForSixtySecondsAtMost()
    {
        await using var desk = await TestDesk.OpenAsync();
        var (agent, id) = await TalkAsync(desk, (m, _) => m.Contents[0].Preview == "first" ? SendResult.Failed(SendErrorKind.Ambiguous) : null, []);
        await desk.ReplyAsync(agent, id, "first");
        await desk.ReplyAsync(agent, id, "second");
        await desk.ReplyAsync(agent, id, "third");

        await desk.Host.AdvanceAsync(TimeSpan.FromSeconds(59));
        Assert.Empty(desk.Sms.SentTexts);
        await desk.Host.AdvanceAsync(TimeSpan.FromSeconds(2));
        Assert.Equal(["second", "third"], desk.Sms.SentTexts);
    }

    [Fact]
    public async Task P2_Unknown_IsDecidedByAPerson()
    {
        await using var desk = await TestDesk.OpenAsync();
        var (agent, id) = await TalkAsync(desk, (_, n) => n < 3 ? SendResult.Failed(SendErrorKind.Ambiguous) : null, []);
        var first = (await desk.ReplyAsync(agent, id, "first")).Message;
        await desk.Host.AdvanceAsync(TimeSpan.FromMinutes(2));

        Assert.True((await desk.Omni.Messages.ResolveAsync(first, sendAgain: true)).Accepted);
        await desk.Host.SettleAsync();
        await desk.ReplyAsync(agent, id, "second");
        Assert.Empty(desk.Sms.SentTexts);
        Assert.True((await desk.Omni.Messages.ResolveAsync(first, sendAgain: false)).Accepted);
        await desk.Host.SettleAsync();

        Assert.Equal(["second"], desk.Sms.SentTexts);
        Assert.Equal("message.not-unknown", (await desk.Omni.Messages.ResolveAsync(first, sendAgain: true)).Code);
    }

    [Fact]
    public async Task P6_SentAgainByAPerson_WaitsForTheCallUnderWay()
    {
        await using var desk = await TestDesk.OpenAsync();
        var (agent, id) = await TalkAsync(desk, (_, _) => SendResult.Failed(SendErrorKind.Ambiguous), []);
        var first = (await desk.ReplyAsync(agent, id, "first")).Message;
        await desk.Host.AdvanceAsync(TimeSpan.FromMinutes(2));
        var called = new TaskCompletionSource();
        var release = new TaskCompletionSource();
        var calls = 0;
        desk.Sms.OnSend = async (_, _) =>
        {
            calls++;
            called.TrySetResult();
            await release.Task;
            return SendResult.Sent();
        };
        await desk.Omni.Agents.ReplyAsync(agent, id, new TextContent("second"));
        await called.Task.WaitAsync(TestTimeouts.Default);

        Assert.True((await desk.Omni.Messages.ResolveAsync(first, sendAgain: true)).Accepted);
        Assert.DoesNotContain(desk.Store.Commits[^1].Rows, r => State(r) == DeliveryState.Sending);
        release.SetResult();
        await desk.Host.SettleAsync();

        Assert.Equal(["second", "first"], desk.Sms.SentTexts);
        Assert.Equal(2, calls);
    }

    [Fact]
    public async Task P2_MessagesToOneRecipient_KeepTheirOrderThroughRetries()
    {
        await using var desk = await TestDesk.OpenAsync();
        var random = new Random(5);
        var underWay = 0;
        var most = 0;
        var (agent, id) = await TalkAsync(desk, (_, _) => random.Next(3) == 0 ? SendResult.Failed(SendErrorKind.Transient) : null, [], () =>
        {
            most = Math.Max(most, Interlocked.Increment(ref underWay));
            return () => Interlocked.Decrement(ref underWay);
        });
        var texts = Enumerable.Range(1, Scale.Of(200)).Select(i => "message " + i).ToList();
        foreach (var text in texts)
        {
            await desk.Omni.Agents.ReplyAsync(agent, id, new TextContent(text));
        }

        await desk.Host.AdvanceAsync(TimeSpan.FromHours(2));
        Assert.Equal(texts, desk.Sms.SentTexts);
        Assert.Equal(1, most);
    }

    [Fact]
    public async Task P2_LongMessage_GoesInPartsByCallEachWithItsKeyAndItsOwnTries()
    {
        await using var desk = await TestDesk.OpenAsync(sms: TestDesk.SmsCapabilities with { Text = new(10, LimitUnit.Characters), PartsPerCall = 2 });
        var calls = new List<(int Contents, string Key)>();
        var (agent, id) = await TalkAsync(
            desk,
            (m, n) =>
            {
                calls.Add((m.Contents.Count, m.IdempotencyKey));
                return n is 2 or 3 or 5 or 6 or 7 or 8 ? SendResult.Failed(SendErrorKind.Transient) : null;
            },
            []);
        await desk.ReplyAsync(agent, id, "one two three four five six seven eight nine");
        await desk.Host.AdvanceAsync(TimeSpan.FromMinutes(5));

        Assert.Equal(DeliveryState.Sent, await StateAsync(desk, id));
        Assert.Equal("one two three four five six seven eight nine", string.Join(' ', desk.Sms.SentTexts.Select(t => t.Trim())));
        Assert.Equal(desk.Sms.Sent.Count, desk.Sms.Sent.Select(m => m.IdempotencyKey).Distinct().Count());
        Assert.All(desk.Sms.Sent, m => Assert.InRange(m.Contents.Count, 1, 2));
    }

    [Theory]
    [InlineData(SendErrorKind.Permanent, "send.permanent")]
    [InlineData(SendErrorKind.ContentRefused, "send.content-refused")]
    [InlineData(SendErrorKind.Unreachable, "send.unreachable")]
    [InlineData(SendErrorKind.WindowClosed, "send.window-closed")]
    [InlineData(SendErrorKind.OptedOut, "send.opted-out")]
    public async Task P2_Permanent_FailsAtOnceAndLetsTheNextGo(SendErrorKind kind, string reason)
    {
        await using var desk = await TestDesk.OpenAsync();
        var (agent, id) = await TalkAsync(desk, (m, _) => m.Contents[0].Preview == "bad" ? SendResult.Failed(kind) : null, []);
        await desk.ReplyAsync(agent, id, "bad");
        Assert.Equal(DeliveryState.Failed, await StateAsync(desk, id));
        Assert.Equal(reason, (await desk.TimelineAsync(id)).Last(e => e.Kind == EntryKind.Delivery).Reason!.Code);
        await desk.ReplyAsync(agent, id, "good");
        Assert.Equal(kind == SendErrorKind.OptedOut ? [] : ["good"], desk.Sms.SentTexts);
    }

    [Fact]
    public async Task P2_SendingAtACrash_IsUnknownAndNotSentAgain()
    {
        await using var desk = await TestDesk.OpenAsync();
        var called = new TaskCompletionSource();
        var release = new TaskCompletionSource();
        var (agent, id) = await TalkAsync(desk, (_, _) => null, []);
        desk.Sms.OnSend = async (_, _) =>
        {
            called.TrySetResult();
            await release.Task;
            return SendResult.Sent("late");
        };
        await desk.Omni.Agents.ReplyAsync(agent, id, new TextContent("hello"));
        await called.Task.WaitAsync(TestTimeouts.Default);

        await using (await desk.CrashAsync())
        {
            await desk.Host.SettleAsync();
            Assert.Equal(DeliveryState.Unknown, State(desk));
            await desk.Host.AdvanceAsync(TimeSpan.FromHours(1));
            Assert.Empty(desk.Sms.Sent);
            release.SetResult();
        }

        Assert.Equal(DeliveryState.Unknown, State(desk));
        await desk.ReceiptAsync(desk.Sms, "nobody knows this", ReceiptKind.Delivered);
        Assert.True((await desk.Omni.Messages.ResolveAsync(new(MessageKey(desk)), sendAgain: false)).Accepted);
    }

    [Fact]
    public async Task P2_QueuedAtARestart_IsSentAfterIt()
    {
        await using var desk = await TestDesk.OpenAsync();
        var (agent, id) = await TalkAsync(desk, (_, _) => SendResult.Failed(SendErrorKind.Transient), []);
        await desk.ReplyAsync(agent, id, "hello");
        await desk.RestartAsync();
        await desk.Host.AdvanceAsync(TimeSpan.FromSeconds(2));
        Assert.Equal(["hello"], desk.Sms.SentTexts);
    }

    [Fact]
    public async Task P2_SameIdempotencyKey_IsOneMessageWithTheFirstAnswer()
    {
        await using var desk = await TestDesk.OpenAsync();
        await desk.SayAsync(desk.Sms, Mobile, "hello");
        var request = new SendRequest { To = Identifier.Phone(Mobile), Content = new TextContent("news"), Purpose = MessagePurpose.Service, IdempotencyKey = "k" };
        var first = await desk.Omni.Messages.SendAsync(request);
        var again = await Task.WhenAll(Enumerable.Range(0, 10).Select(_ => desk.Omni.Messages.SendAsync(request)));
        await desk.RestartAsync();
        var later = await desk.Omni.Messages.SendAsync(request);
        await desk.Host.SettleAsync();

        Assert.True(first.Accepted);
        Assert.All([.. again, later], d => Assert.Equal((first.Message, true), (d.Message, d.Accepted)));
        Assert.Single(desk.Store.Rows.Keys, k => k.Table == StateTable.Messages);
    }

    [Fact]
    public async Task P6_StopBeforeTheCall_WinsAndHoldsTheMessage()
    {
        await using var desk = await TestDesk.OpenAsync();
        var (agent, id) = await TalkAsync(desk, (_, _) => SendResult.Failed(SendErrorKind.Transient), []);
        await desk.ReplyAsync(agent, id, "hello");
        await desk.Sms.DeliverAsync(new ConsentChanged { DedupeKey = "stop", Sender = Mobile, OccurredAt = desk.Time.GetUtcNow(), Granted = false, Source = "keyword" });
        desk.Sms.OnSend = null;

        await desk.Host.AdvanceAsync(TimeSpan.FromHours(1));

        Assert.Empty(desk.Sms.Sent);
        Assert.Equal(DeliveryState.Held, await StateAsync(desk, id));
        Assert.Equal("Not sent: the customer does not want messages here.", (await ReasonsAsync(desk, id))[^1]);
    }

    /// <summary>An agent in a conversation by SMS, with a provider that answers as told; null is success.</summary>
    private static async Task<(AgentId Agent, ConversationId Conversation)> TalkAsync(
        TestDesk desk, Func<OutboundMessage, int, SendResult?> answer, List<DateTimeOffset> calls, Func<Action>? enter = null)
    {
        var agent = await desk.Host.SignInAsync("agent-a");
        await desk.SayAsync(desk.Sms, Mobile, "hello");
        var id = await desk.AcceptAsync(agent);
        var count = 0;
        desk.Sms.OnSend = (message, _) =>
        {
            var leave = enter?.Invoke();
            calls.Add(desk.Time.GetUtcNow());
            var result = answer(message, ++count) ?? SendResult.Sent();
            leave?.Invoke();
            return Task.FromResult(result);
        };
        return (agent, id);
    }

    private static DeliveryReceiptReceived Receipt(TestDesk desk, string id, ReceiptKind kind) => new()
    {
        DedupeKey = $"{id}:{kind}",
        Sender = Mobile,
        OccurredAt = desk.Time.GetUtcNow(),
        Receipt = kind,
        ProviderMessageId = id,
    };

    private static async Task<DeliveryState> StateAsync(TestDesk desk, ConversationId id) =>
        (await desk.ViewAsync(id)).Entries.Last(e => e is { Kind: EntryKind.Message, Author: ParticipantKind.Agent }).Delivery!.Value;

    private static async Task<IReadOnlyList<string>> ReasonsAsync(TestDesk desk, ConversationId id) =>
        [.. (await desk.TimelineAsync(id)).Where(e => e is { Kind: EntryKind.Delivery, Reason: not null }).Select(e => e.Reason!.ToText(Locale.English))];

    private static long MessageKey(TestDesk desk) => Assert.Single(desk.Store.Rows.Keys, k => k.Table == StateTable.Messages).Key;

    private static DeliveryState? State(TestDesk desk) => State(desk.Store.Rows[new(StateTable.Messages, MessageKey(desk))]);

    private static DeliveryState? State(StateRow row) => row.Key.Table == StateTable.Messages
        ? System.Text.Json.JsonSerializer.Deserialize(row.Value.Span, OmniChannel.Engagement.State.StateJson.Default.MessageState)!.State
        : null;
}
