using System.Text;
using Microsoft.Extensions.DependencyInjection;
using OmniChannel.Fakes;
using OmniChannel.Hosting;
using OmniChannel.Webhooks;

namespace OmniChannel.Acceptance;

/// <summary>A telephone over webhooks: what the provider is told, in its answer or by a call of ours. Rows A2 and D10.</summary>
public sealed partial class CallTests
{
    private const string Mobile = "+819011112222";
    private static readonly ChannelAccountId Tel = new(new("tel"), "main");

    [Fact]
    public async Task D10_Caller_HearsPositionAndExpectedWait()
    {
        var options = new WebhookDoubleOptions();
        await using var desk = await OpenAsync(options);
        Assert.Equal("wait 1 ", await PostAsync(desk, options, "CA1", SignalKind.CallStarted, "+819000000001"));
        await desk.Host.AdvanceAsync(TimeSpan.FromSeconds(1));
        Assert.Equal("wait 2 ", await PostAsync(desk, options, "CA2", SignalKind.CallStarted, "+819000000002"));

        await desk.Omni.Agents.SignInAsync(new() { Id = new("deskless"), DisplayName = "No phone" });

        Assert.Equal("wait 2 360", await PostAsync(desk, options, "CA2", SignalKind.CallPolled, "+819000000002"));
        Assert.Equal("", await PostAsync(desk, options, "CA1", SignalKind.CallEnded, "+819000000001"));
        var ended = new ConversationId(desk.Store.Rows.Keys.Where(k => k.Table == StateTable.Conversations).Select(k => k.Key)
            .Single(k => Calls(desk, k).Contains("ended")));
        Assert.Equal(["started", "ended"], Calls(desk, ended.Value));
    }

    [Fact]
    public async Task Accept_ConnectsTheAgentsPhone_AndHangUpEndsIt()
    {
        var options = new WebhookDoubleOptions();
        await using var desk = await OpenAsync(options);
        var agent = await desk.Host.SignInAsync("agent-a");
        await PostAsync(desk, options, "CA1", SignalKind.CallStarted);
        var offer = Assert.Single((await desk.Host.DeskAsync(agent)).Offers);
        Assert.True(offer.IsCall);

        var id = await desk.AcceptAsync(agent);
        Assert.Equal("tel:+81300000000", Assert.IsType<ConnectCommand>(Assert.Single(options.Controlled)).Target.ToString());
        Assert.Equal("connecting", (await desk.ViewAsync(id)).Call);
        await PostAsync(desk, options, "CA1", SignalKind.CallConnected);
        Assert.Equal("connected", (await desk.ViewAsync(id)).Call);

        await desk.Omni.Agents.CloseAsync(agent, id);
        await desk.Host.SettleAsync();
        Assert.IsType<HangUpCommand>(options.Controlled[^1]);
        await PostAsync(desk, options, "CA1", SignalKind.CallEnded);
        Assert.Null((await desk.ViewAsync(id)).Call);
        Assert.Equal(["started", "connected", "ended"], Calls(desk, id.Value));
    }

    [Fact]
    public async Task Accept_WhileARequestWaits_IsItsAnswer()
    {
        var options = new WebhookDoubleOptions();
        var gate = new TaskCompletionSource();
        var script = new BotScript
        {
            OnTurn = async (_, _) =>
            {
                await gate.Task;
                return new() { Actions = [new SayAction { Content = new TextContent("Hello, one moment.") }, new HandOffAction { Reason = "asked-for-person" }] };
            },
        };
        await using var desk = await BotDesk.OpenAsync(script, omni => AddPhone(omni, options));

        var waiting = PostAsync(desk, options, "CA1", SignalKind.CallStarted);
        Assert.False(waiting.IsCompleted);
        gate.SetResult();

        Assert.Equal("say Hello, one moment., wait 1 ", await waiting.WaitAsync(TestTimeouts.Default));
        Assert.Empty(options.Controlled);
    }

    [Fact]
    public async Task Unanswered_GoesToSomebodyElse()
    {
        var options = new WebhookDoubleOptions();
        await using var desk = await OpenAsync(options);
        var first = await desk.Host.SignInAsync("agent-a");
        await PostAsync(desk, options, "CA1", SignalKind.CallStarted);
        var id = await desk.AcceptAsync(first);
        var second = await desk.Host.SignInAsync("agent-b");

        Assert.StartsWith("wait 1", await PostAsync(desk, options, "CA1", SignalKind.CallUnanswered), StringComparison.Ordinal);

        Assert.Empty((await desk.Host.DeskAsync(first)).Offers);
        Assert.Equal(id, await desk.AcceptAsync(second));
        Assert.Equal(2, options.Controlled.OfType<ConnectCommand>().Count());
    }

    [Fact]
    public async Task Transfer_DuringACall_ConnectsTheColleague()
    {
        var options = new WebhookDoubleOptions();
        await using var desk = await OpenAsync(options);
        var first = await desk.Host.SignInAsync("agent-a");
        await PostAsync(desk, options, "CA1", SignalKind.CallStarted);
        var id = await desk.AcceptAsync(first);
        await PostAsync(desk, options, "CA1", SignalKind.CallConnected);
        var second = new AgentId("agent-b");
        await desk.Omni.Agents.SignInAsync(new() { Id = second, DisplayName = "B", Phone = new("tel:+81399999999") });

        await desk.Omni.Agents.TransferAsync(first, id, new() { Agent = second, Note = "VIP" });
        var offer = Assert.Single((await desk.Host.DeskAsync(second)).Offers);
        Assert.True(offer.IsCall);
        Assert.Contains(offer.Conversation.Entries, e => e.Text == "VIP");
        await desk.AcceptAsync(second);

        Assert.Equal("tel:+81399999999", options.Controlled.OfType<ConnectCommand>().Last().Target.ToString());
    }

    [Fact]
    public async Task HangUp_WhileItRings_LeavesWorkAsAMessage()
    {
        var options = new WebhookDoubleOptions();
        await using var desk = await OpenAsync(options);
        var agent = await desk.Host.SignInAsync("agent-a");
        await PostAsync(desk, options, "CA1", SignalKind.CallStarted);
        Assert.True(Assert.Single((await desk.Host.DeskAsync(agent)).Offers).IsCall);

        await PostAsync(desk, options, "CA1", SignalKind.CallEnded);

        Assert.False(Assert.Single((await desk.Host.DeskAsync(agent)).Offers).IsCall);
        await desk.AcceptAsync(agent);
        Assert.Empty(options.Controlled);
    }

    [Fact]
    public async Task Duplicate_GetsTheStoredInstructions_AlsoAfterARestart()
    {
        var options = new WebhookDoubleOptions();
        await using var desk = await OpenAsync(options);
        var first = await PostAsync(desk, options, "CA1", SignalKind.CallStarted, key: "k1");
        Assert.Equal("again " + first, await PostAsync(desk, options, "CA1", SignalKind.CallStarted, key: "k1"));
        await desk.RestartAsync();
        for (var i = 0; i < 10; i++)
        {
            Assert.Equal("again " + first, await PostAsync(desk, options, "CA1", SignalKind.CallStarted, key: "k1"));
        }

        Assert.Equal(["started"], Calls(desk, Assert.Single(desk.Store.Rows.Keys, k => k.Table == StateTable.Conversations).Key));
    }

    [Fact]
    public async Task Request_ThatNobodyAnswersInTime_GetsAnEmptyAnswerAndLaterCommandsGoByCall()
    {
        var options = new WebhookDoubleOptions();
        var gate = new TaskCompletionSource<BotReply>();
        var asked = new TaskCompletionSource();
        var script = new BotScript
        {
            OnTurn = (_, _) =>
            {
                asked.TrySetResult();
                return new(gate.Task);
            },
        };
        await using var desk = await BotDesk.OpenAsync(script, omni =>
        {
            omni.Services.Configure<OmniChannelOptions>(o => o.BotTurnTimeout = TimeSpan.FromHours(1));
            AddPhone(omni, options);
        });
        var waiting = PostAsync(desk, options, "CA1", SignalKind.CallStarted);
        await asked.Task.WaitAsync(TestTimeouts.Default);

        await desk.MoveUntilAsync(waiting, TimeSpan.FromSeconds(1));

        Assert.Equal("", await waiting);
        gate.SetResult(new() { Actions = [new SayAction { Content = new TextContent("Sorry to keep you") }] });
        await desk.Host.SettleAsync();
        Assert.Equal("Sorry to keep you", Assert.IsType<SayCommand>(Assert.Single(options.Controlled)).Text);
    }

    [Fact]
    public async Task SilentCaller_HearsTheQuestionAgain_AndThenPeople()
    {
        var options = new WebhookDoubleOptions();
        await using var desk = await BotDesk.OpenAsync(BotScript.OrderDesk(), omni => AddPhone(omni, options));
        Assert.Equal("gather What is it about?", await PostAsync(desk, options, "CA1", SignalKind.CallStarted));
        for (var i = 0; i < 2; i++)
        {
            await desk.Host.AdvanceAsync(TimeSpan.FromSeconds(10));
            Assert.Equal("gather What is it about?", await PostAsync(desk, options, "CA1", SignalKind.CallPolled));
        }

        await desk.Host.AdvanceAsync(TimeSpan.FromSeconds(10));
        Assert.Equal("wait 1 ", await PostAsync(desk, options, "CA1", SignalKind.CallPolled));

        var conversation = Assert.Single(desk.Store.Rows.Keys, k => k.Table == StateTable.Conversations).Key;
        var view = await desk.ViewAsync(new(conversation));
        Assert.Equal(WorkStatus.Waiting, view.Work);
        Assert.Contains(view.Entries, e => e.Reason == "The caller said nothing, so people take over.");
        Assert.Equal(0, view.AskedTwice);
    }

    [Fact]
    public async Task CallerWhoSpeaks_IsAskedAfreshEachTime()
    {
        var options = new WebhookDoubleOptions();
        await using var desk = await BotDesk.OpenAsync(BotScript.Of(_ => [new SayAction { Content = new TextContent("Tell me more"), Asks = "more" }]), omni => AddPhone(omni, options));
        await PostAsync(desk, options, "CA1", SignalKind.CallStarted);
        for (var i = 0; i < 4; i++)
        {
            Assert.Equal("gather Tell me more", await PostAsync(desk, options, "CA1", SignalKind.CallPolled));
            Assert.Equal("gather Tell me more", await SpeakAsync(desk, options, "CA1", "word " + i));
        }
    }

    [Fact]
    public async Task BotThatOnlyStates_ListensAfterwards()
    {
        var options = new WebhookDoubleOptions();
        await using var desk = await BotDesk.OpenAsync(BotScript.Of(_ => [new SayAction { Content = new TextContent("We open at nine.") }]), omni => AddPhone(omni, options));
        Assert.Equal("say We open at nine.", await PostAsync(desk, options, "CA1", SignalKind.CallStarted));
        Assert.Equal("gather ご用件をお話しください。", await PostAsync(desk, options, "CA1", SignalKind.CallPolled));
        Assert.Equal("say We open at nine.", await SpeakAsync(desk, options, "CA1", "And on Sunday?"));
    }

    [Fact]
    public async Task P1_DuplicateWhileTheFirstWaits_BothGetTheAnswer()
    {
        var options = new WebhookDoubleOptions();
        var (asked, gate) = (new TaskCompletionSource(), new TaskCompletionSource());
        var script = new BotScript
        {
            OnTurn = async (_, _) =>
            {
                asked.TrySetResult();
                await gate.Task;
                return new() { Actions = [new SayAction { Content = new TextContent("Hello"), Asks = "what" }] };
            },
        };
        await using var desk = await BotDesk.OpenAsync(script, omni => AddPhone(omni, options));
        var first = PostAsync(desk, options, "CA1", SignalKind.CallStarted, key: "k1");
        await asked.Task.WaitAsync(TestTimeouts.Default);
        var again = PostAsync(desk, options, "CA1", SignalKind.CallStarted, key: "k1");

        gate.SetResult();

        Assert.Equal("gather Hello", await first.WaitAsync(TestTimeouts.Default));
        Assert.Equal("again gather Hello", await again.WaitAsync(TestTimeouts.Default));
        Assert.Empty(options.Controlled);
    }

    [Fact]
    public async Task P1_RetryAfterALateAnswerWasLost_GetsItOnceMore_AlsoAfterARestart()
    {
        var options = new WebhookDoubleOptions();
        await using var desk = await BotDesk.OpenAsync(BotScript.OrderDesk(), omni => AddPhone(omni, options));
        Assert.Equal("gather What is it about?", await PostAsync(desk, options, "CA1", SignalKind.CallStarted, key: "k1"));

        Assert.Equal("again gather What is it about?", await PostAsync(desk, options, "CA1", SignalKind.CallStarted, key: "k1"));
        await desk.RestartAsync();
        Assert.Equal("again gather What is it about?", await PostAsync(desk, options, "CA1", SignalKind.CallStarted, key: "k1"));
    }

    [Fact]
    public async Task SecondCallFromTheSameNumber_IsSomebodyElse_AndBothAreServed()
    {
        var options = new WebhookDoubleOptions();
        await using var desk = await OpenAsync(options);
        Assert.Equal("wait 1 ", await PostAsync(desk, options, "CA1", SignalKind.CallStarted));
        Assert.Equal("wait 2 ", await PostAsync(desk, options, "CA2", SignalKind.CallStarted));
        Assert.Equal("wait 1 ", await PostAsync(desk, options, "CA1", SignalKind.CallPolled));
        Assert.Equal("wait 2 ", await PostAsync(desk, options, "CA2", SignalKind.CallPolled));
        await SpeakAsync(desk, options, "CA2", "I am the second");

        var conversations = desk.Store.Rows.Keys.Where(k => k.Table == StateTable.Conversations).Select(k => new ConversationId(k.Key)).ToList();
        Assert.Equal(2, conversations.Count);
        var views = new List<ConversationView>();
        foreach (var id in conversations)
        {
            views.Add(await desk.ViewAsync(id));
        }

        var second = Assert.Single(views, v => v.Entries.Any(e => e.Text == "I am the second"));
        Assert.Contains(second.Entries, e => e.Reason is { } reason && reason.StartsWith("Another call", StringComparison.Ordinal));
        Assert.NotEqual(views[0].Customer.Id, views[1].Customer.Id);

        await PostAsync(desk, options, "CA1", SignalKind.CallEnded);
        Assert.Equal("wait 2 ", await PostAsync(desk, options, "CA2", SignalKind.CallPolled));
    }

    [Fact]
    public async Task NewCall_AfterOneWhoseEndWasNeverTold_IsTheSameCustomer()
    {
        var options = new WebhookDoubleOptions();
        await using var desk = await OpenAsync(options);
        await PostAsync(desk, options, "CA1", SignalKind.CallStarted);
        await desk.Host.AdvanceAsync(TimeSpan.FromMinutes(3));

        await PostAsync(desk, options, "CA2", SignalKind.CallStarted);

        Assert.Single(desk.Store.Rows.Keys, k => k.Table == StateTable.Conversations);
        Assert.Equal("hang-up", await PostAsync(desk, options, "CA1", SignalKind.CallPolled));
    }

    private static Task<TestDesk> OpenAsync(WebhookDoubleOptions options) => TestDesk.OpenAsync(omni => AddPhone(omni, options));

    private static void AddPhone(IOmniChannelBuilder omni, WebhookDoubleOptions options) =>
        omni.AddChannel<WebhookDouble, WebhookDoubleOptions>("tel", "main", new() { Configure = o => o.Script = options });

    private static async Task<string> PostAsync(
        TestDesk desk, WebhookDoubleOptions options, string session, SignalKind signal, string from = Mobile, string? key = null, ChannelAccountId? account = null)
    {
        var dedupe = key ?? $"{session} {signal} {desk.Store.Commits.Count}";
        options.Parse = _ => [new SignalReceived
        {
            DedupeKey = dedupe,
            Sender = from,
            OccurredAt = desk.Time.GetUtcNow(),
            Signal = signal,
            SessionId = session,
            Evidence = [new() { Identifier = Identifier.Phone(from), Assurance = Assurance.Observed, Source = "caller-id" }],
        }];
        return await ReceiveAsync(desk, account);
    }

    private static Task<string> SpeakAsync(TestDesk desk, WebhookDoubleOptions options, string session, string words, string from = Mobile)
    {
        var dedupe = $"{session} spoke {desk.Store.Commits.Count}";
        options.Parse = _ => [new MessageReceived
        {
            DedupeKey = dedupe,
            Sender = from,
            OccurredAt = desk.Time.GetUtcNow(),
            SessionId = session,
            Content = [new TextContent(words)],
            Evidence = [new() { Identifier = Identifier.Phone(from), Assurance = Assurance.Observed, Source = "caller-id" }],
        }];
        return ReceiveAsync(desk);
    }

    private static async Task<string> ReceiveAsync(TestDesk desk, ChannelAccountId? account = null)
    {
        var request = new WebhookRequest { Method = "POST", Url = new("https://example.com/"), ReceivedAt = desk.Time.GetUtcNow() };
        var response = await desk.Host.Accounts.InboundOf(account ?? Tel)!.ReceiveAsync(account ?? Tel, request);
        Assert.Equal(200, response.StatusCode);
        return Encoding.UTF8.GetString(response.Body.Span);
    }

    private static List<string> Calls(TestDesk desk, long conversation) =>
    [
        .. desk.Store.Journal.SelectMany(OmniChannel.Engagement.Facts.FactCodec.Decode).OfType<OmniChannel.Engagement.Facts.EntryAdded>()
            .Where(e => e.Conversation.Value == conversation && e.Kind == EntryKind.Call).Select(e => e.Detail),
    ];
}
