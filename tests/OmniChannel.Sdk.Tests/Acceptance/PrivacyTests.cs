using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using OmniChannel.Fakes;

namespace OmniChannel.Acceptance;

/// <summary>What a stranger, a log or another workspace must never get.</summary>
public sealed class PrivacyTests
{
    private const string Mobile = "+819011112222";

    [Fact]
    public async Task P10_StrangerWhoTypesAnothersEmail_SeesAndReachesNothingOfTheirs()
    {
        await using var desk = await BotDesk.OpenAsync(BotScript.OrderDesk());
        await desk.Omni.Customers.ImportAsync("shop", TestSource.Hanako);
        await desk.SayAsync(desk.Sms, Mobile, "hanako's secret");
        var agent = await desk.Host.SignInAsync("agent-a");
        foreach (var text in new[] { "hello", "1", "hanako@example.com" })
        {
            await desk.SayAsync(desk.Chat, "stranger", text);
            await desk.Host.SettleAsync();
        }

        foreach (var guess in new[] { "000000", "000001", "000002", "000003", "000004" })
        {
            await desk.SayAsync(desk.Chat, "stranger", guess == BotDesk.CodeIn(desk.Mail) ? "999999" : guess);
            await desk.Host.SettleAsync();
        }

        var offer = Assert.Single((await desk.Host.DeskAsync(agent)).Offers);
        Assert.Equal("Could not prove who they are", offer.Conversation.OpenQuestion);
        Assert.Null(offer.Conversation.Customer.Name);
        Assert.Empty(offer.Conversation.Customer.Values);
        Assert.Equal("recognised.possible", offer.Conversation.Customer.Recognition);
        Assert.DoesNotContain(offer.Conversation.Entries, e => e.Text?.Contains("secret", StringComparison.Ordinal) == true);
        var id = await desk.AcceptAsync(agent);
        var sentBefore = desk.Sms.Sent.Count;
        await desk.SignalAsync(desk.Chat, "stranger", SignalKind.Left);
        await desk.ReplyAsync(agent, id, "for the stranger only");

        Assert.Equal(sentBefore, desk.Sms.Sent.Count);
        Assert.Single(desk.Mail.Sent);
        Assert.NotEqual(await desk.Omni.Customers.FindAsync(Identifier.Phone(Mobile)), offer.Conversation.Customer.Id);
    }

    [Fact]
    public async Task P10_Code_GoesToTheTypedAddressOnlyAndSaysNothingOfAnybody()
    {
        await using var desk = await BotDesk.OpenAsync(BotScript.OrderDesk());
        foreach (var text in new[] { "hello", "1", "hanako@example.com" })
        {
            await desk.SayAsync(desk.Chat, "stranger", text);
            await desk.Host.SettleAsync();
        }

        var mail = Assert.Single(desk.Mail.Sent);
        Assert.True(mail.IsAutomatic);
        Assert.Equal("hanako@example.com", mail.To.SenderId);
        Assert.DoesNotContain("花子", desk.Mail.SentTexts[0], StringComparison.Ordinal);
        Assert.Empty(desk.Sms.Sent);
        var id = Assert.Single(desk.Store.Rows.Keys, k => k.Table == StateTable.Conversations);
        Assert.Equal(["web-chat"], (await desk.ViewAsync(new(id.Key))).Legs.Select(l => l.Channel));
        Assert.DoesNotContain(await desk.TimelineAsync(new(id.Key)), e => e.Content?.Preview.Contains(BotDesk.CodeIn(desk.Mail), StringComparison.Ordinal) == true);
    }

    [Fact]
    public async Task P10_Codes_AreCappedByAddressAndBySender()
    {
        await using var desk = await BotDesk.OpenAsync(BotScript.Of(turn => turn.Message is TextContent { Text: var text }
            ? [new VerifyAction { Identifier = Identifier.Email(text) }]
            : []));
        async Task AskAsync(string sender, string email)
        {
            await desk.SayAsync(desk.Chat, sender, email);
            await desk.Host.SettleAsync();
        }

        for (var i = 0; i < 7; i++)
        {
            await AskAsync("greedy", $"nobody{i}@example.com");
        }

        Assert.Equal(3, desk.Mail.Sent.Count);
        for (var i = 0; i < 5; i++)
        {
            await AskAsync("visitor-" + i, "hello");
            await AskAsync("visitor-" + i, "hanako@example.com");
        }

        Assert.Equal(3, desk.Mail.Sent.Count(m => m.To.SenderId == "hanako@example.com"));
        await desk.Host.AdvanceAsync(TimeSpan.FromMinutes(61));
        await AskAsync("visitor-9", "hello");
        await AskAsync("visitor-9", "hanako@example.com");
        Assert.Equal(4, desk.Mail.Sent.Count(m => m.To.SenderId == "hanako@example.com"));
    }

    [Fact]
    public async Task P10_CappedSender_DoesNotUseUpAnothersAddress()
    {
        await using var desk = await BotDesk.OpenAsync(BotScript.Of(turn => turn.Message is TextContent { Text: var text }
            ? [new VerifyAction { Identifier = Identifier.Email(text) }]
            : []));
        for (var i = 0; i < 9; i++)
        {
            await desk.SayAsync(desk.Chat, "greedy", i < 4 ? $"nobody{i}@example.com" : "hanako@example.com");
            await desk.Host.SettleAsync();
        }

        await desk.SayAsync(desk.Chat, "hanako", "hello");
        await desk.Host.SettleAsync();
        await desk.SayAsync(desk.Chat, "hanako", "hanako@example.com");
        await desk.Host.SettleAsync();

        Assert.Single(desk.Mail.Sent, m => m.To.SenderId == "hanako@example.com");
    }

    [Fact]
    public async Task P10_CountsOfCodes_AreForgottenAfterTheHour()
    {
        await using var desk = await BotDesk.OpenAsync(BotScript.Of(turn => turn.Message is TextContent { Text: var text }
            ? [new VerifyAction { Identifier = Identifier.Email(text) }]
            : []));
        for (var i = 0; i < 12; i++)
        {
            await desk.SayAsync(desk.Chat, $"visitor-{i}", $"nobody{i}@example.com");
            await desk.SayAsync(desk.Chat, $"visitor-{i}", $"nobody{i}@example.com");
            await desk.Host.AdvanceAsync(TimeSpan.FromMinutes(10));
        }

        Assert.InRange(desk.Store.Rows.Values.Count(r => r.Key.Table == StateTable.Settings && System.Text.Encoding.UTF8.GetString(r.Value.Span).Contains("code-", StringComparison.Ordinal)), 2, 14);
    }

    [Fact]
    public async Task P10_ClaimOfAnothersPhone_IsNoAddressToSendTo()
    {
        await using var desk = await TestDesk.OpenAsync();
        var claim = new IdentifierEvidence { Identifier = Identifier.Phone(Mobile), Assurance = Assurance.Claimed, Source = "typed" };
        await desk.Chat.DeliverAsync(new MessageReceived
        {
            DedupeKey = "1",
            Sender = "stranger",
            OccurredAt = desk.Time.GetUtcNow(),
            Content = [new TextContent("call me")],
            Evidence = [claim],
        });

        var decision = await desk.Omni.Messages.SendAsync(new()
        {
            To = Identifier.Phone(Mobile),
            Content = new TextContent("offer"),
            Purpose = MessagePurpose.Service,
            IdempotencyKey = "1",
        });

        Assert.Equal("send.unproved", decision.Code);
        await desk.Host.SettleAsync();
        Assert.Empty(desk.Sms.Sent);
    }

    [Fact]
    public async Task D6_Notes_ReachNoChannelAndNoOutsider()
    {
        await using var desk = await TestDesk.OpenAsync();
        var agent = await desk.Host.SignInAsync("agent-a");
        var other = await desk.Host.SignInAsync("agent-b");
        await desk.SayAsync(desk.Sms, Mobile, "hello");
        var id = await desk.AcceptAsync(agent);

        Assert.True((await desk.Omni.Agents.NoteAsync(other, id, "difficult customer")).Accepted);
        Assert.True((await desk.Omni.Agents.TransferAsync(agent, id, new() { Agent = other, Note = "careful" })).Accepted);
        await desk.Host.AdvanceAsync(TimeSpan.FromMinutes(5));

        Assert.All(new[] { desk.Chat, desk.Sms, desk.Mail, desk.Phone }, c => Assert.Empty(c.Sent));
        var notes = (await desk.TimelineAsync(id)).Where(e => e.Kind == EntryKind.Note).ToList();
        Assert.Equal(["difficult customer", "careful"], notes.Select(n => n.Content!.Preview));
        Assert.All(notes, n => Assert.True(n.IsPrivate));
    }

    [Fact]
    public async Task P9_Workspaces_SeeNothingOfEachOther()
    {
        await using var desk = await TestDesk.OpenAsync(omni =>
            omni.AddQueue("general").AddChannel<WebhookDouble, WebhookDoubleOptions>("other", "main", new() { Workspace = new("other") }));
        var account = new ChannelAccountId(new("other"), "main");
        await desk.Host.Accounts.InboundOf(account)!.DeliverAsync(account, [new MessageReceived
        {
            DedupeKey = "1",
            Sender = Mobile,
            OccurredAt = desk.Time.GetUtcNow(),
            Content = [new TextContent("theirs")],
            Evidence = [new() { Identifier = Identifier.Phone(Mobile), Assurance = Assurance.Observed, Source = "sender" }],
        }]);
        await desk.Host.SettleAsync();
        var other = desk.Omni.Workspace(new("other"));
        var entry = await other.Events.WatchAsync(new(0, 0)).FirstAsync();

        Assert.NotNull(await other.Conversations.GetAsync(entry.Entry.Conversation, Locale.English));
        Assert.NotNull(await other.Customers.FindAsync(Identifier.Phone(Mobile)));
        Assert.Null(await desk.Omni.Conversations.GetAsync(entry.Entry.Conversation, Locale.English));
        Assert.Null(await desk.Omni.Customers.FindAsync(Identifier.Phone(Mobile)));
        Assert.Null(await desk.Omni.Customers.GetAsync(entry.Customer));
        Assert.Empty(await desk.TimelineAsync(entry.Entry.Conversation));
        Assert.Equal(0, desk.Omni.Routing.Floor().Open);
        await Assert.ThrowsAsync<ArgumentException>(() => desk.Omni.Inbound.DeliverAsync(account, []));
    }

    [Fact]
    public async Task P9_BodiesAndAddresses_ReachNoLog()
    {
        var log = new LogCapture();
        await using var desk = await TestDesk.OpenAsync(omni => omni.Services.AddLogging(b => b.SetMinimumLevel(LogLevel.Trace).AddProvider(log)));
        var agent = await desk.Host.SignInAsync("agent-a");
        desk.Sms.OnSend = (m, _) => throw new InvalidOperationException("provider refused");
        await desk.SayAsync(desk.Sms, Mobile, "canary-body");
        var id = await desk.AcceptAsync(agent);
        await desk.ReplyAsync(agent, id, "canary-reply");
        await desk.Sms.DeliverAsync(new MessageReceived { DedupeKey = "p", Sender = Mobile, OccurredAt = default, Content = [new TextContent("canary-poison"), null!] });
        await desk.Host.AdvanceAsync(TimeSpan.FromMinutes(2));

        Assert.Contains(log.Lines, l => l.Contains("rolled back alone", StringComparison.Ordinal));
        Assert.DoesNotContain(log.Lines, l => l.Contains("canary", StringComparison.Ordinal) || l.Contains("9011112222", StringComparison.Ordinal));
    }

    [Fact]
    public async Task P9_WhatABotOrAHandlerThrows_IsToldByItsTypeAlone()
    {
        var log = new LogCapture();
        var script = new BotScript { OnTurn = (turn, _) => throw new FormatException("cannot read " + turn.Message!.Preview) };
        await using var desk = await BotDesk.OpenAsync(script, omni =>
        {
            omni.AddEventHandler<QuotingHandler>("quoting");
            omni.Services.AddLogging(b => b.SetMinimumLevel(LogLevel.Trace).AddProvider(log));
        });
        await desk.SayAsync(desk.Sms, Mobile, "my card is canary");
        await desk.Host.AdvanceAsync(TimeSpan.FromSeconds(20));

        Assert.Contains(log.Lines, l => l.Contains("FormatException", StringComparison.Ordinal));
        Assert.Contains(log.Lines, l => l.Contains("ArithmeticException", StringComparison.Ordinal));
        Assert.DoesNotContain(log.Lines, l => l.Contains("canary", StringComparison.Ordinal));
    }

    private sealed class QuotingHandler : IOmniEventHandler
    {
        public Task HandleAsync(OmniEvent e, CancellationToken cancellationToken) => throw new ArithmeticException("canary of a handler");
    }
}
