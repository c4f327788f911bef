using OmniChannel.Fakes;

namespace OmniChannel.Acceptance;

/// <content>What is held for want of consent: goes when consent is back, in its order, unless it is too old by then.</content>
public sealed partial class OutboundTests
{
    [Fact]
    public async Task P6_ConsentReturns_WhatWasHeldGoesInItsOrder()
    {
        await using var desk = await TestDesk.OpenAsync();
        var (agent, id) = await TalkAsync(desk, (_, _) => SendResult.Failed(SendErrorKind.Transient), []);
        await desk.ReplyAsync(agent, id, "one");
        await desk.ReplyAsync(agent, id, "two");
        await ConsentAsync(desk, granted: false);
        desk.Sms.OnSend = null;
        await desk.Host.AdvanceAsync(TimeSpan.FromMinutes(10));
        Assert.Equal(DeliveryState.Held, await StateAsync(desk, id));
        await desk.RestartAsync();

        await ConsentAsync(desk, granted: true);

        Assert.Equal(["one", "two"], desk.Sms.SentTexts);
        Assert.Equal(DeliveryState.Sent, await StateAsync(desk, id));
        Assert.Contains("Goes out: the customer allows messages here again.", await ReasonsAsync(desk, id));
    }

    [Fact]
    public async Task P6_ConsentReturnsTooLate_WhatWasHeldHasFailedAndSaysWhy()
    {
        await using var desk = await TestDesk.OpenAsync();
        var (agent, id) = await TalkAsync(desk, (_, _) => SendResult.Failed(SendErrorKind.Transient), []);
        await desk.ReplyAsync(agent, id, "old");
        await desk.Host.AdvanceAsync(TimeSpan.FromHours(3));
        await desk.ReplyAsync(agent, id, "newer");
        await ConsentAsync(desk, granted: false);
        desk.Sms.OnSend = null;
        await desk.RestartAsync();
        await desk.Host.AdvanceAsync(TimeSpan.FromHours(2));

        await ConsentAsync(desk, granted: true);

        Assert.Equal(["newer"], desk.Sms.SentTexts);
        var old = (await desk.ViewAsync(id)).Entries.First(e => e is { Kind: EntryKind.Message, Author: ParticipantKind.Agent });
        Assert.Equal(DeliveryState.Failed, old.Delivery);
        Assert.Contains("Not sent: it was held for hours, and the customer did not allow messages here meanwhile.", await ReasonsAsync(desk, id));
    }

    [Fact]
    public async Task P6_WithdrawnAgainBeforeItsTurn_IsHeldAgain()
    {
        await using var desk = await TestDesk.OpenAsync();
        var (agent, id) = await TalkAsync(desk, (_, _) => SendResult.Failed(SendErrorKind.Transient), []);
        await desk.ReplyAsync(agent, id, "hello");
        await ConsentAsync(desk, granted: false);
        await desk.Host.AdvanceAsync(TimeSpan.FromMinutes(10));
        Assert.Equal(DeliveryState.Held, await StateAsync(desk, id));
        await ConsentAsync(desk, granted: true);
        Assert.Equal(DeliveryState.Queued, await StateAsync(desk, id));
        await ConsentAsync(desk, granted: false);
        desk.Sms.OnSend = null;
        await desk.Host.AdvanceAsync(TimeSpan.FromMinutes(10));

        Assert.Equal(DeliveryState.Held, await StateAsync(desk, id));
        Assert.Empty(desk.Sms.Sent);
    }

    [Fact]
    public async Task P6_ReplyAfterStop_IsRefusedForThatReason_AndSaysSoInTheTimeline()
    {
        await using var desk = await TestDesk.OpenAsync();
        var (agent, id) = await TalkAsync(desk, (_, _) => null, []);
        await ConsentAsync(desk, granted: false);

        Assert.Equal("send.opted-out", (await desk.ReplyAsync(agent, id, "after stop")).Code);

        var entry = (await desk.ViewAsync(id)).Entries[^1];
        Assert.Equal(("after stop", DeliveryState.Failed, "Not sent: the customer does not want messages here."), (entry.Text, entry.Delivery, entry.Reason ?? entry.DeliveryReason));
        await ConsentAsync(desk, granted: true);
        Assert.Empty(desk.Sms.Sent);
    }

    [Fact]
    public async Task P6_TheApplicationsWordsToWhoeverSaidStop_AreRefusedAndNotKept()
    {
        await using var desk = await TestDesk.OpenAsync();
        var (agent, id) = await TalkAsync(desk, (_, _) => null, []);
        await ConsentAsync(desk, granted: false);
        var news = await desk.Omni.Messages.SendAsync(
            new() { To = Identifier.Phone(Mobile), Content = new TextContent("news"), Purpose = MessagePurpose.Service, IdempotencyKey = "k" });
        await ConsentAsync(desk, granted: true);

        Assert.Equal((false, "send.opted-out"), (news.Accepted, news.Code));
        Assert.Empty(desk.Sms.Sent);
        Assert.True((await desk.ReplyAsync(agent, id, "now")).Accepted);
        Assert.Equal(["now"], desk.Sms.SentTexts);
    }

    [Fact]
    public async Task Message_WrittenByABot_SaysThatNoPersonWroteIt()
    {
        await using var desk = await BotDesk.OpenAsync(BotScript.Of(turn => turn.Message is TextContent { Text: "person" }
            ? [new HandOffAction { Reason = "asked" }]
            : [new SayAction { Content = new TextContent("I am a bot") }]));
        var agent = await desk.Host.SignInAsync("agent-a");
        await desk.SayAsync(desk.Sms, Mobile, "hello");
        await desk.Host.SettleAsync();
        await desk.SayAsync(desk.Sms, Mobile, "person");
        await desk.ReplyAsync(agent, await desk.AcceptAsync(agent), "I am not");
        Assert.Equal([("I am a bot", true), ("I am not", false)], desk.Sms.Sent.Select(m => (m.Contents[0].Preview, m.IsAutomatic)));
    }

    private static async Task ConsentAsync(TestDesk desk, bool granted)
    {
        var now = desk.Time.GetUtcNow();
        await desk.Sms.DeliverAsync(new ConsentChanged { DedupeKey = $"consent-{granted}-{now.Ticks}", Sender = Mobile, OccurredAt = now, Granted = granted, Source = "keyword" });
        await desk.Host.AdvanceAsync(TimeSpan.FromSeconds(1));
    }
}
