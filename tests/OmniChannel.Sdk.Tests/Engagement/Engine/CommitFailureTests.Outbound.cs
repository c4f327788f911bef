using OmniChannel.Fakes;

namespace OmniChannel.Engagement.Engine;

/// <content>The way out: retries, receipts, a message that nobody knows of, one that is held and let go, the end.</content>
public sealed partial class CommitFailureTests
{
    /// <summary>As many as the way out takes when nothing fails, and a few more.</summary>
    private const int Commits = 20;
    private static readonly string[] Faults = ["before", "after", "always-before"];

    public static TheoryData<int, string> PointsOnTheWayOut { get; } = new(
        from n in Enumerable.Range(1, Commits)
        from fault in Faults
        where Scale.Factor >= 10 || (n + Array.IndexOf(Faults, fault)) % 2 == 0
        select (n, fault));

    [Theory]
    [MemberData(nameof(PointsOnTheWayOut))]
    public async Task CommitOnTheWayOut_FailsAtTheNth_EachMessageIsSentOnce(int nth, string fault)
    {
        await using var desk = await TestDesk.OpenAsync();
        Break(desk, nth, fault);
        var way = new WayOut(desk);

        await desk.MoveUntilAsync(way.GoAsync(), TimeSpan.FromSeconds(1));
        desk.Store.OnCommit = null;
        await SettleAsync(desk);

        AssertMemoryEqualsStore(desk);
        Assert.Equal(["retried", "held"], desk.Sms.SentTexts);
        Assert.Equal(1, way.Calls["unknown"]);
        var view = await desk.ViewAsync(way.Conversation);
        Assert.Equal(
            [("retried", DeliveryState.Read), ("unknown", DeliveryState.Sent), ("held", DeliveryState.Sent)],
            view.Entries.Where(e => e is { Kind: EntryKind.Message, Author: ParticipantKind.Agent }).Select(e => (e.Text!, e.Delivery!.Value)));
        Assert.False(view.IsOpen);
        Assert.True(desk.Host.Accounts.Status().IsReady);
    }

    private sealed class WayOut(TestDesk desk)
    {
        private static readonly AgentId Agent = new("agent-a");
        private volatile bool _open;

        public System.Collections.Concurrent.ConcurrentDictionary<string, int> Calls { get; } = new();

        public ConversationId Conversation { get; private set; }

        public async Task GoAsync()
        {
            desk.Sms.OnSend = (message, _) => Task.FromResult(Answer(message.Contents[0].Preview));
            await RetryAsync(() => desk.Sms.ReceiveAsync(Mobile, "one", "one"));
            await RetryAsync(() => desk.Omni.Agents.SignInAsync(new() { Id = Agent, DisplayName = "A" }));
            Conversation = await AcceptAsync(desk, Agent);

            var retried = await ReplyAsync("retried", DeliveryState.Sent);
            foreach (var kind in new[] { ReceiptKind.Delivered, ReceiptKind.Read })
            {
                await RetryAsync(() => desk.Sms.DeliverAsync(new DeliveryReceiptReceived
                {
                    DedupeKey = "receipt-" + kind,
                    Sender = Mobile,
                    OccurredAt = desk.Time.GetUtcNow(),
                    Receipt = kind,
                    ProviderMessageId = "sent-" + retried,
                }));
            }

            var unknown = await ReplyAsync("unknown", DeliveryState.Unknown);
            await RetryAsync(() => desk.Omni.Messages.ResolveAsync(unknown, sendAgain: false));
            await ReplyAsync("held", DeliveryState.Queued);
            await ConsentAsync(granted: false);
            await UntilAsync("held", DeliveryState.Held);
            _open = true;
            await ConsentAsync(granted: true);
            await UntilAsync("held", DeliveryState.Sent);
            await RetryAsync(() => desk.Omni.Agents.CloseAsync(Agent, Conversation));
        }

        private SendResult Answer(string text)
        {
            var call = Calls.AddOrUpdate(text, 1, (_, n) => n + 1);
            return text switch
            {
                "retried" when call == 1 => SendResult.Failed(SendErrorKind.Transient),
                "unknown" => SendResult.Failed(SendErrorKind.Ambiguous),
                "held" when !_open => SendResult.Failed(SendErrorKind.Transient),
                _ => SendResult.Sent(),
            };
        }

        private async Task<MessageId> ReplyAsync(string text, DeliveryState until)
        {
            Decision? decision = null;
            await RetryAsync(async () => decision = await desk.Omni.Agents.ReplyAsync(Agent, Conversation, new TextContent(text)));
            Assert.True(decision!.Accepted);
            await UntilAsync(text, until);
            return decision.Message;
        }

        private Task ConsentAsync(bool granted) => RetryAsync(() => desk.Sms.DeliverAsync(new ConsentChanged
        {
            DedupeKey = "consent-" + granted,
            Sender = Mobile,
            OccurredAt = desk.Time.GetUtcNow(),
            Granted = granted,
            Source = "keyword",
        }));

        private async Task UntilAsync(string text, DeliveryState state)
        {
            while ((await desk.Omni.Conversations.GetAsync(Conversation, Locale.English))!.Entries.Last(e => e.Text == text).Delivery != state)
            {
                await Task.Yield();
            }
        }
    }
}
