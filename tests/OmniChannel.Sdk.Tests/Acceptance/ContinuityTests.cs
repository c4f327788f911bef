using OmniChannel.Fakes;

namespace OmniChannel.Acceptance;

/// <summary>Rows A of the requirements: one conversation, whatever the channel.</summary>
public sealed class ContinuityTests
{
    private const string Mobile = "+819011112222";

    [Fact]
    public async Task A10_AskedAgainElsewhereWithoutAnAnswer_IsLinkedCountedAndMoreUrgent()
    {
        await using var desk = await TestDesk.OpenAsync();
        await desk.Omni.Customers.ImportAsync("shop", TestSource.Hanako with { Identifiers = [Identifier.Phone(Mobile), Address(desk.Chat, "v1"), Address(desk.Mail, "h@example.com")] });
        await desk.SayAsync(desk.Sms, "+819099998888", "I was first");
        desk.Time.Advance(TimeSpan.FromSeconds(1));
        await desk.SayAsync(desk.Sms, Mobile, "where is my order?");
        desk.Time.Advance(TimeSpan.FromMinutes(6));
        await desk.SayAsync(desk.Sms, Mobile, "hello?");
        await desk.SayAsync(desk.Chat, "v1", "nobody answers my SMS");
        await desk.SayAsync(desk.Mail, "h@example.com", "nor the chat");
        await desk.Host.SettleAsync();

        var agent = new AgentId("agent-a");
        await desk.Omni.Agents.SignInAsync(new() { Id = agent, DisplayName = "A", Capacity = 1 });
        var offer = Assert.Single((await desk.Host.DeskAsync(agent)).Offers);
        var first = offer.Conversation;
        Assert.Equal((2, "nor the chat"), (first.RepeatContacts, first.OpenQuestion));
        Assert.Equal(["sms", "web-chat", "email"], first.Legs.Select(l => l.Channel));
        Assert.Equal(
            ["The conversation began here.", "The customer asked again here, still without an answer.", "The customer asked again here, still without an answer."],
            first.Entries.Where(e => e.Kind == EntryKind.LegStarted).Select(e => e.Reason));

        Assert.True((await desk.Omni.Agents.AcceptAsync(agent, offer.Id)).Accepted);
        await desk.ReplyAsync(agent, first.Id, "Sorry, it is on its way");
        Assert.Equal(0, (await desk.ViewAsync(first.Id)).RepeatContacts);
    }

    [Fact]
    public async Task A10_WhoGoesOnElsewhereAtOnce_ChangesTheChannelOnly()
    {
        await using var desk = await TestDesk.OpenAsync();
        await desk.Omni.Customers.ImportAsync("shop", TestSource.Hanako with { Identifiers = [Identifier.Phone(Mobile), Address(desk.Chat, "v1")] });
        await desk.SayAsync(desk.Chat, "v1", "my order?");
        desk.Time.Advance(TimeSpan.FromMinutes(4));
        await desk.SayAsync(desk.Sms, Mobile, "I am on my phone now");

        var agent = await desk.Host.SignInAsync("agent-a");
        var conversation = Assert.Single((await desk.Host.DeskAsync(agent)).Offers).Conversation;
        Assert.Equal(0, conversation.RepeatContacts);
        Assert.Equal("The customer went on here.", conversation.Entries.Last(e => e.Kind == EntryKind.LegStarted).Reason);
    }

    [Fact]
    public async Task A1_ChatThenSmsThenCall_AreOneConversationWithThreeLegs()
    {
        await using var desk = await BotDesk.OpenAsync(BotScript.OrderDesk());
        var (agent, id) = await ChatUntilAcceptedAsync(desk);
        await AnswerBySmsAsync(desk, agent, id);
        await desk.SignalAsync(desk.Phone, Mobile, SignalKind.CallStarted, "CA1");

        var view = await desk.ViewAsync(id);

        Assert.Equal(["web-chat", "sms", "voice"], view.Legs.Select(l => l.Channel));
        Assert.Equal(id, Assert.Single((await desk.Host.DeskAsync(agent)).Offers).Conversation.Id);
        var timeline = await desk.TimelineAsync(id);
        Assert.Equal(Enumerable.Range(1, timeline.Count), timeline.OrderBy(e => e.Sequence).Select(e => (int)e.Sequence));
        Assert.Equal(timeline.OrderBy(e => e.At).ThenBy(e => e.Sequence).Select(e => e.Sequence), timeline.Select(e => e.Sequence));
    }

    [Fact]
    public async Task A2_Ringing_ShowsEverythingBeforeTheAnswer()
    {
        await using var desk = await BotDesk.OpenAsync(BotScript.OrderDesk());
        var (agent, id) = await ChatUntilAcceptedAsync(desk);
        await AnswerBySmsAsync(desk, agent, id);
        await desk.SignalAsync(desk.Phone, Mobile, SignalKind.CallStarted, "CA1");

        var offer = Assert.Single((await desk.Host.DeskAsync(agent)).Offers);

        Assert.True(offer.IsCall);
        Assert.Equal("waiting", offer.Conversation.Call);
        Assert.Equal(("山田 花子", "ヤマダ ハナコ"), (offer.Conversation.Customer.Name, offer.Conversation.Customer.NameKana));
        Assert.Equal("When does it come?", offer.Conversation.OpenQuestion);
        var texts = offer.Conversation.Entries.Where(e => e.Kind == EntryKind.Message).Select(e => e.Text).ToList();
        Assert.Contains("hello", texts);
        Assert.Contains("It is on its way", texts);
        Assert.Contains("When does it come?", texts);
    }

    [Fact]
    public async Task A3_CallerWhosePurchaseFailed_IsRecognisedWithIt()
    {
        await using var desk = await TestDesk.OpenAsync();
        var agent = await desk.Host.SignInAsync("agent-a");
        await desk.SayAsync(desk.Chat, "social-7", "my payment failed");
        await desk.Omni.Customers.ImportAsync("shop", TestSource.Hanako with
        {
            Identifiers = [Identifier.Phone(Mobile), Address(desk.Chat, "social-7")],
            Traits = new Dictionary<string, string> { ["last-failed-purchase"] = "order 1001" },
        });

        await desk.SignalAsync(desk.Phone, Mobile, SignalKind.CallStarted, "CA1");

        var offer = Assert.Single((await desk.Host.DeskAsync(agent)).Offers);
        Assert.Equal("山田 花子", offer.Conversation.Customer.Name);
        Assert.Equal("recognised.observed", offer.Conversation.Customer.Recognition);
        Assert.Contains(offer.Conversation.Customer.Values, v => v is { Name: "last-failed-purchase", Value: "order 1001", Source: "shop" });
        Assert.Contains(offer.Conversation.Entries, e => e.Text == "my payment failed");
    }

    [Fact]
    public async Task A4_SecondContactElsewhere_GoesOnInTheOpenOneUnchanged()
    {
        await using var desk = await LinkedAsync();
        var agent = await desk.Host.SignInAsync("agent-a");
        await desk.SayAsync(desk.Sms, Mobile, "the zip is broken");
        var id = await desk.AcceptAsync(agent);
        var before = await desk.ViewAsync(id);

        await desk.SayAsync(desk.Mail, "hanako@example.com", "still broken");

        var after = await desk.ViewAsync(id);
        Assert.Equal((before.Owner, before.Epoch, before.Work, before.Queue), (after.Owner, after.Epoch, after.Work, after.Queue));
        Assert.Equal(1, desk.Omni.Routing.Floor().Open);
        Assert.Contains(after.Entries, e => e.Text == "still broken");
    }

    [Fact]
    public async Task A5_WhatTheBotCollected_IsThereOnTheNextChannelAndNotAskedAgain()
    {
        await using var desk = await BotDesk.OpenAsync(BotScript.OrderDesk());
        var (agent, id) = await ChatUntilAcceptedAsync(desk);
        await AnswerBySmsAsync(desk, agent, id);

        var view = await desk.ViewAsync(id);

        Assert.Equal([("topic", "order"), ("email", "hanako@example.com")], view.Collected.Select(c => (c.Name, c.Value)));
        Assert.All(view.Collected, c => Assert.Equal("front-desk", c.Source));
        Assert.Equal(0, view.AskedTwice);
    }

    [Fact]
    public async Task A5_ValueAskedAgain_IsCounted()
    {
        var script = BotScript.Of(turn => turn.Trigger == BotTrigger.Started
            ? [new CollectAction { Slot = "order", Value = "1" }, new SayAction { Content = new TextContent("Order?"), Asks = "order" }]
            : []);
        await using var desk = await BotDesk.OpenAsync(script);
        await desk.SayAsync(desk.Sms, Mobile, "hello");
        await desk.Host.SettleAsync();
        var entry = await desk.Omni.Events.WatchAsync(new(0, 0)).FirstAsync();
        Assert.Equal(1, (await desk.ViewAsync(entry.Entry.Conversation)).AskedTwice);
    }

    [Theory]
    [InlineData("web-chat", "sms")]
    [InlineData("web-chat", "email")]
    [InlineData("web-chat", "voice")]
    [InlineData("web-chat", "web-chat")]
    [InlineData("sms", "web-chat")]
    [InlineData("sms", "email")]
    [InlineData("sms", "voice")]
    [InlineData("sms", "sms")]
    [InlineData("email", "web-chat")]
    [InlineData("email", "sms")]
    [InlineData("email", "voice")]
    [InlineData("email", "email")]
    [InlineData("voice", "web-chat")]
    [InlineData("voice", "sms")]
    [InlineData("voice", "email")]
    [InlineData("voice", "voice")]
    public async Task A6_OpenedOnOne_GoesOnOnAnyOther(string opens, string goesOn)
    {
        await using var desk = await LinkedAsync();
        await ContactAsync(desk, opens, 1);
        await ContactAsync(desk, goesOn, 2);

        Assert.Equal(1, desk.Omni.Routing.Floor().Open);
        var id = Assert.Single(desk.Store.Rows.Keys, k => k.Table == StateTable.Conversations);
        var view = await desk.ViewAsync(new(id.Key));
        Assert.Equal(opens == goesOn ? [opens] : new[] { opens, goesOn }, view.Legs.Select(l => l.Channel));
    }

    [Fact]
    public async Task A8_Entries_HaveOneShapeOnEveryChannel()
    {
        await using var desk = await LinkedAsync();
        foreach (var channel in new[] { "web-chat", "sms", "email" })
        {
            await ContactAsync(desk, channel, 1);
        }

        var id = Assert.Single(desk.Store.Rows.Keys, k => k.Table == StateTable.Conversations);
        var messages = (await desk.TimelineAsync(new(id.Key))).Where(e => e.Kind == EntryKind.Message).ToList();

        Assert.Equal(3, messages.Select(m => m.Channel).Distinct().Count());
        Assert.Single(messages.Select(m => m with { Channel = null, Sequence = 0, ProviderMessageId = null }).Distinct());
    }

    [Fact]
    public async Task A9_Unanswered_GivesAllAndOnlyThoseThatWait()
    {
        await using var desk = await TestDesk.OpenAsync();
        var agent = await desk.Host.SignInAsync("agent-a");
        await desk.SayAsync(desk.Sms, "+819000000001", "answered soon");
        var answered = await desk.AcceptAsync(agent);
        await desk.SayAsync(desk.Sms, "+819000000002", "answered never");
        var waiting = await desk.AcceptAsync(agent);
        await desk.Sms.DeliverAsync(new MessageReceived
        {
            DedupeKey = "auto",
            Sender = "+819000000003",
            OccurredAt = desk.Time.GetUtcNow(),
            Content = [new TextContent("I am away")],
            IsAutomatic = true,
        });
        await desk.ReplyAsync(agent, answered, "here you are");

        await desk.Host.AdvanceAsync(TimeSpan.FromMinutes(10));

        Assert.Equal([waiting], desk.Omni.Conversations.Unanswered(TimeSpan.FromMinutes(9)).Select(u => u.Conversation));
        Assert.Empty(desk.Omni.Conversations.Unanswered(TimeSpan.FromMinutes(11)));
    }

    [Fact]
    public async Task A9_ReplyThatReachesNobody_LeavesThemUnanswered()
    {
        await using var desk = await TestDesk.OpenAsync();
        var agent = await desk.Host.SignInAsync("agent-a");
        await desk.SayAsync(desk.Sms, Mobile, "hello");
        var id = await desk.AcceptAsync(agent);
        await StopAsync(desk);

        Assert.Equal("send.opted-out", (await desk.ReplyAsync(agent, id, "hello?")).Code);

        await desk.Host.AdvanceAsync(TimeSpan.FromMinutes(1));
        Assert.Single(desk.Omni.Conversations.Unanswered(TimeSpan.FromSeconds(1)));
        Assert.Empty(desk.Sms.Sent);
    }

    [Fact]
    public async Task A12_CustomerTimeline_HoldsAllChannels()
    {
        await using var desk = await LinkedAsync();
        foreach (var channel in new[] { "web-chat", "sms", "email", "voice" })
        {
            await ContactAsync(desk, channel, 1);
        }

        var customer = await desk.Omni.Customers.FindAsync(Identifier.Phone(Mobile));
        var timeline = await desk.Omni.Customers.TimelineAsync(customer!.Value).ToListAsync();

        Assert.Equal(3, timeline.Count(e => e.Kind == EntryKind.Message));
        Assert.Equal(["email", "sms", "voice", "web-chat"], timeline.Where(e => e.Channel is not null).Select(e => e.Channel!.Value.Channel.Value).Distinct().Order(StringComparer.Ordinal));
    }

    [Fact]
    public async Task A13_LateArrival_TakesItsPlaceByTheProvidersTime()
    {
        await using var desk = await TestDesk.OpenAsync();
        var now = desk.Time.GetUtcNow();
        foreach (var (text, minute) in new[] { ("second", 2), ("third", 3), ("first", 1), ("third too", 3) })
        {
            await desk.Sms.DeliverAsync(new MessageReceived { DedupeKey = text, Sender = Mobile, OccurredAt = now.AddMinutes(minute), Content = [new TextContent(text)] });
        }

        var id = Assert.Single(desk.Store.Rows.Keys, k => k.Table == StateTable.Conversations);
        var messages = (await desk.TimelineAsync(new(id.Key))).Where(e => e.Kind == EntryKind.Message).Select(e => ((TextContent)e.Content!).Text);
        Assert.Equal(["first", "second", "third", "third too"], messages);
    }

    [Fact]
    public async Task A15_SwitchOfChannel_SaysFromToAndWhyAndKeepsTheContext()
    {
        await using var desk = await BotDesk.OpenAsync(BotScript.OrderDesk());
        var (agent, id) = await ChatUntilAcceptedAsync(desk);
        var before = await desk.ViewAsync(id);
        await desk.Host.AdvanceAsync(TimeSpan.FromSeconds(1));
        await desk.SignalAsync(desk.Chat, "v1", SignalKind.Left);
        await desk.ReplyAsync(agent, id, "It is on its way");

        var after = await desk.ViewAsync(id);
        var change = Assert.Single(await desk.TimelineAsync(id), e => e is { Kind: EntryKind.LegStarted, Detail: "web-chat" });
        Assert.Equal(("reply.visitor-left", "web-chat", "sms"), (change.Reason!.Code, change.Reason.Arguments["from"], change.Reason.Arguments["to"]));
        Assert.Equal(before.Collected, after.Collected);
        Assert.Equal((before.OpenQuestion, before.Customer.Id, before.Customer.Name, before.Owner, before.Epoch), (after.OpenQuestion, after.Customer.Id, after.Customer.Name, after.Owner, after.Epoch));
    }

    [Fact]
    public async Task A17_Reply_GoesWhereTheCustomerLastWrote()
    {
        await using var desk = await LinkedAsync();
        var agent = await desk.Host.SignInAsync("agent-a");
        await desk.SayAsync(desk.Mail, "hanako@example.com", "by mail");
        var id = await desk.AcceptAsync(agent);
        await desk.ReplyAsync(agent, id, "answer 1");
        await desk.SayAsync(desk.Sms, Mobile, "by sms");
        await desk.ReplyAsync(agent, id, "answer 2");
        await desk.SayAsync(desk.Mail, "hanako@example.com", "by mail again");
        await desk.ReplyAsync(agent, id, "answer 3");

        Assert.Equal(["answer 1", "answer 3"], desk.Mail.SentTexts);
        Assert.Equal(["answer 2"], desk.Sms.SentTexts);
        Assert.Equal("hanako@example.com", desk.Mail.Sent[0].To.SenderId);
    }

    private static Identifier Address(FakeChannel channel, string sender) => Identifier.Address(new() { Account = channel.Account, SenderId = sender });

    private static Task StopAsync(TestDesk desk) => desk.Sms.DeliverAsync(new ConsentChanged
    {
        DedupeKey = "stop",
        Sender = Mobile,
        OccurredAt = desk.Time.GetUtcNow(),
        Granted = false,
        Source = "keyword",
    });

    /// <summary>A desk that knows one customer by chat address, mobile and e-mail.</summary>
    private static async Task<TestDesk> LinkedAsync()
    {
        var desk = await TestDesk.OpenAsync();
        await desk.Omni.Customers.ImportAsync("shop", TestSource.Hanako with { Identifiers = [.. TestSource.Hanako.Identifiers, Address(desk.Chat, "v1")] });
        return desk;
    }

    private static Task ContactAsync(TestDesk desk, string channel, int number) => channel switch
    {
        "web-chat" => desk.SayAsync(desk.Chat, "v1", "hello"),
        "sms" => desk.SayAsync(desk.Sms, Mobile, "hello"),
        "email" => desk.SayAsync(desk.Mail, "hanako@example.com", "hello"),
        _ => CallAsync(desk, number),
    };

    private static async Task CallAsync(TestDesk desk, int number)
    {
        await desk.SignalAsync(desk.Phone, Mobile, SignalKind.CallEnded, "CA" + (number - 1));
        await desk.SignalAsync(desk.Phone, Mobile, SignalKind.CallStarted, "CA" + number);
    }

    private static async Task<(AgentId Agent, ConversationId Conversation)> ChatUntilAcceptedAsync(TestDesk desk)
    {
        var agent = await desk.Host.SignInAsync("agent-a");
        foreach (var text in new[] { "hello", "1", "hanako@example.com" })
        {
            await desk.SayAsync(desk.Chat, "v1", text);
            await desk.Host.SettleAsync();
        }

        await desk.SayAsync(desk.Chat, "v1", BotDesk.CodeIn(desk.Mail));
        await desk.Host.SettleAsync();
        await desk.SayAsync(desk.Chat, "v1", "a person please");
        return (agent, await desk.AcceptAsync(agent));
    }

    private static async Task AnswerBySmsAsync(TestDesk desk, AgentId agent, ConversationId id)
    {
        await desk.SignalAsync(desk.Chat, "v1", SignalKind.Left);
        await desk.ReplyAsync(agent, id, "It is on its way");
        Assert.Equal((Mobile, "It is on its way"), (desk.Sms.Sent[0].To.SenderId, desk.Sms.SentTexts[0]));
        await desk.SayAsync(desk.Sms, Mobile, "When does it come?");
    }
}
