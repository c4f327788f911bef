using OmniChannel.Fakes;

namespace OmniChannel.Acceptance;

/// <summary>Rows D of the requirements, and promises P3 and P7: who has the work, and why.</summary>
public sealed class AgentTests
{
    private const string Mobile = "+819011112222";

    [Fact]
    public async Task D1_Offer_GoesToTheSkilledAndSaysWhy()
    {
        await using var desk = await TestDesk.OpenAsync(omni => omni.AddQueue("general", q => q.RequireSkill("ja")));
        var english = await desk.Host.SignInAsync("english-only", "en");
        var japanese = await desk.Host.SignInAsync("both", "ja", "en");
        await desk.SayAsync(desk.Sms, Mobile, "こんにちは");

        Assert.Empty((await desk.Host.DeskAsync(english)).Offers);
        var offer = Assert.Single((await desk.Host.DeskAsync(japanese)).Offers);
        Assert.Equal("both was chosen: the only one free with the skill ja (1 with it, 2 present).", offer.Why);
    }

    [Fact]
    public async Task D8_OfferAndWaitThatEndTogether_BothHappen()
    {
        await using var desk = await TestDesk.OpenAsync(omni => omni
            .AddQueue("general", q => q.OverflowTo("second", TimeSpan.FromSeconds(30))).AddQueue("second").RouteInbound(r => r.DefaultQueue("general")));
        var agent = await desk.Host.SignInAsync("agent-a");
        await desk.SayAsync(desk.Sms, Mobile, "hello");
        var id = Assert.Single((await desk.Host.DeskAsync(agent)).Offers).Conversation.Id;

        await desk.Host.AdvanceAsync(TimeSpan.FromSeconds(31));

        Assert.Equal("second", (await desk.ViewAsync(id)).Queue);
    }

    [Fact]
    public async Task D8_AgentWhoGoesAway_LeavesTheirOfferToOthersAtOnce()
    {
        await using var desk = await TestDesk.OpenAsync();
        var first = await desk.Host.SignInAsync("agent-a");
        await desk.SayAsync(desk.Sms, Mobile, "hello");
        Assert.Single((await desk.Host.DeskAsync(first)).Offers);
        var second = await desk.Host.SignInAsync("agent-b");

        await desk.Omni.Agents.SetPresenceAsync(first, Presence.Away);
        await desk.Host.SettleAsync();

        Assert.Empty((await desk.Host.DeskAsync(first)).Offers);
        Assert.Single((await desk.Host.DeskAsync(second)).Offers);
    }

    [Fact]
    public async Task D3_Transfer_KeepsIdHistoryAndNoteAndTellsBoth()
    {
        await using var desk = await TestDesk.OpenAsync();
        var first = await desk.Host.SignInAsync("agent-a");
        await desk.SayAsync(desk.Sms, Mobile, "hello");
        var id = await desk.AcceptAsync(first);
        var second = await desk.Host.SignInAsync("agent-b");
        var before = await desk.ViewAsync(id);

        Assert.True((await desk.Omni.Agents.TransferAsync(first, id, new() { Agent = second, Note = "knows shoes" }, before.Epoch)).Accepted);

        var offer = Assert.Single((await desk.Host.DeskAsync(second)).Offers);
        Assert.Equal(id, offer.Conversation.Id);
        Assert.Contains(offer.Conversation.Entries, e => e is { Kind: EntryKind.Note, Text: "knows shoes", IsPrivate: true });
        Assert.Empty((await desk.Host.DeskAsync(first)).Conversations);
        await desk.AcceptAsync(second);
        var timeline = await desk.TimelineAsync(id);
        Assert.Contains(timeline, e => e is { Kind: EntryKind.HandOff, AuthorId: "agent-a", Detail: "transferred" });
        Assert.Contains(timeline, e => e is { Kind: EntryKind.Assigned, AuthorId: "agent-b" });
        Assert.Equal(before.Entries.Select(e => e.Id), (await desk.ViewAsync(id)).Entries.Select(e => e.Id).Take(before.Entries.Count));
    }

    [Fact]
    public async Task D4_Escalation_MovesUpWithPriorityAndComesBack()
    {
        await using var desk = await TestDesk.OpenAsync(omni => omni
            .AddQueue("general", q => q.EscalateTo("experts")).AddQueue("experts", q => q.RequireSkill("expert")).RouteInbound(r => r.DefaultQueue("general")));
        var agent = await desk.Host.SignInAsync("agent-a");
        await desk.SayAsync(desk.Sms, Mobile, "hello");
        var id = await desk.AcceptAsync(agent);
        var expert = await desk.Host.SignInAsync("expert", "expert");
        var before = await desk.ViewAsync(id);

        Assert.True((await desk.Omni.Agents.EscalateAsync(agent, id)).Accepted);
        Assert.Equal("experts", (await desk.ViewAsync(id)).Queue);
        await desk.AcceptAsync(expert);
        Assert.True((await desk.Omni.Agents.TransferAsync(expert, id, new() { Agent = agent })).Accepted);
        await desk.AcceptAsync(agent);

        var after = await desk.ViewAsync(id);
        Assert.Equal("agent-a", after.Owner);
        Assert.Equal((before.OpenQuestion, before.Customer.Id), (after.OpenQuestion, after.Customer.Id));
    }

    [Fact]
    public async Task D5_Presence_DecidesAtOnce()
    {
        await using var desk = await TestDesk.OpenAsync();
        var agent = await desk.Host.SignInAsync("agent-a");
        await desk.Omni.Agents.SetPresenceAsync(agent, Presence.Away);
        await desk.SayAsync(desk.Sms, Mobile, "hello");
        Assert.Empty((await desk.Host.DeskAsync(agent)).Offers);

        await desk.Omni.Agents.SetPresenceAsync(agent, Presence.Available);

        Assert.Single((await desk.Omni.Agents.DeskAsync(agent, Locale.English)).Offers);
    }

    [Fact]
    public async Task D5_Capacity_IsNeverExceeded()
    {
        await using var desk = await TestDesk.OpenAsync();
        var agent = await desk.Host.SignInAsync("agent-a");
        for (var i = 0; i < 6; i++)
        {
            await desk.SayAsync(desk.Sms, "+8190000000" + (10 + i), "hello");
        }

        Assert.Equal(4, (await desk.Host.DeskAsync(agent)).Offers.Count);
        Assert.Equal(6, desk.Omni.Routing.Floor().Waiting);
        var id = (await desk.Host.DeskAsync(agent)).Offers[0];
        await desk.Omni.Agents.AcceptAsync(agent, id.Id);
        await desk.Omni.Agents.CloseAsync(agent, id.Conversation.Id);
        Assert.Equal(4, (await desk.Host.DeskAsync(agent)).Offers.Count);
    }

    [Fact]
    public async Task D7_AgentsInSequence_SeeAGrowingTimeline()
    {
        await using var desk = await TestDesk.OpenAsync();
        var agents = new List<AgentId>();
        await desk.SayAsync(desk.Sms, Mobile, "hello");
        ConversationId id = default;
        var seen = 0;
        for (var i = 0; i < 4; i++)
        {
            var agent = await desk.Host.SignInAsync("agent-" + i);
            if (i > 0)
            {
                await desk.Omni.Agents.TransferAsync(agents[^1], id, new() { Agent = agent });
            }

            agents.Add(agent);
            id = await desk.AcceptAsync(agent);
            await desk.ReplyAsync(agent, id, "reply " + i);
            var entries = (await desk.ViewAsync(id)).Entries;
            Assert.True(entries.Count > seen);
            Assert.Equal(i + 1, entries.Count(e => e.Text?.StartsWith("reply", StringComparison.Ordinal) == true));
            seen = entries.Count;
        }

        Assert.Equal(["reply 0", "reply 1", "reply 2", "reply 3"], desk.Sms.SentTexts);
    }

    [Fact]
    public async Task D8_AcceptedByManyAtOnce_ExactlyOneWins()
    {
        await using var desk = await TestDesk.OpenAsync();
        var agents = new[] { await desk.Host.SignInAsync("agent-a"), await desk.Host.SignInAsync("agent-b") };
        for (var round = 0; round < Scale.Of(200); round++)
        {
            await desk.SayAsync(desk.Sms, Mobile, "hello");
            await desk.Host.SettleAsync();
            var offers = new List<OfferView>();
            foreach (var agent in agents)
            {
                offers.AddRange((await desk.Host.DeskAsync(agent)).Offers);
            }

            var offer = Assert.Single(offers);
            var answers = await Task.WhenAll(agents.Concat(agents).Select(a => Task.Run(() => desk.Omni.Agents.AcceptAsync(a, offer.Id))));

            Assert.Single(answers, a => a.Accepted);
            Assert.All(answers.Where(a => !a.Accepted), a => Assert.Equal("work.offer-gone", a.Code));
            var owner = new AgentId((await desk.ViewAsync(offer.Conversation.Id)).Owner!);
            Assert.True((await desk.Omni.Agents.CloseAsync(owner, offer.Conversation.Id)).Accepted);
        }
    }

    [Fact]
    public async Task D11_Feed_MergesChannelsWithRingingFirst()
    {
        await using var desk = await TestDesk.OpenAsync();
        var agent = new AgentId("agent-a");
        await desk.Omni.Agents.SignInAsync(new() { Id = agent, DisplayName = "A", Capacity = 10, Phone = new("tel:+81300000000") });
        await desk.SayAsync(desk.Mail, "c@example.com", "by mail");
        await desk.Host.AdvanceAsync(TimeSpan.FromSeconds(1));
        await desk.SayAsync(desk.Chat, "v1", "by chat");
        await desk.Host.AdvanceAsync(TimeSpan.FromSeconds(1));
        await desk.SayAsync(desk.Sms, Mobile, "by sms");
        await desk.Host.AdvanceAsync(TimeSpan.FromSeconds(1));
        await desk.SignalAsync(desk.Phone, "+819000000009", SignalKind.CallStarted, "CA1");

        var feed = (await desk.Host.DeskAsync(agent)).Offers.Select(o => o.Conversation.Legs[0].Channel).ToList();

        Assert.Equal(["voice", "email", "web-chat", "sms"], feed);
        Assert.Equal(feed, (await desk.Host.DeskAsync(agent)).Offers.Select(o => o.Conversation.Legs[0].Channel));
    }

    [Fact]
    public async Task P3_StaleEpoch_IsRefusedAndChangesNothing()
    {
        await using var desk = await TestDesk.OpenAsync(omni => omni.AddQueue("general", q => q.DeclineCooldown = TimeSpan.FromSeconds(1)));
        var agent = await desk.Host.SignInAsync("agent-a");
        await desk.SayAsync(desk.Sms, Mobile, "hello");
        var id = await desk.AcceptAsync(agent);
        var stale = (await desk.ViewAsync(id)).Epoch;
        Assert.True((await desk.Omni.Agents.ReleaseAsync(agent, id, stale)).Accepted);
        await desk.Host.AdvanceAsync(TimeSpan.FromSeconds(2));
        await desk.AcceptAsync(agent);
        var before = (await desk.TimelineAsync(id)).Count;

        Assert.Equal("work.stale-epoch", (await desk.Omni.Agents.ReplyAsync(agent, id, new TextContent("late"), stale)).Code);
        Assert.Equal("work.stale-epoch", (await desk.Omni.Agents.CloseAsync(agent, id, stale)).Code);
        Assert.Equal("work.stale-epoch", (await desk.Omni.Agents.EscalateAsync(agent, id, stale)).Code);
        Assert.Equal("work.stale-epoch", (await desk.Omni.Agents.TransferAsync(agent, id, new() { Queue = new("general") }, stale)).Code);

        Assert.Equal(before, (await desk.TimelineAsync(id)).Count);
        Assert.Empty(desk.Sms.Sent);
    }

    [Fact]
    public async Task P3_SomebodyElse_CannotAct()
    {
        await using var desk = await TestDesk.OpenAsync();
        var agent = await desk.Host.SignInAsync("agent-a");
        await desk.SayAsync(desk.Sms, Mobile, "hello");
        var id = await desk.AcceptAsync(agent);
        var other = await desk.Host.SignInAsync("agent-b");

        Assert.Equal("work.not-yours", (await desk.ReplyAsync(other, id, "mine now")).Code);
        Assert.Equal("work.not-yours", (await desk.Omni.Agents.CloseAsync(other, id)).Code);
        Assert.Equal("conversation.unknown", (await desk.ReplyAsync(agent, new(12345), "?")).Code);
        Assert.Equal("work.unknown-agent", (await desk.Omni.Agents.TransferAsync(agent, id, new() { Agent = new("nobody") })).Code);
        Assert.Equal("work.unknown-queue", (await desk.Omni.Agents.TransferAsync(agent, id, new() { Queue = new("nowhere") })).Code);
    }

    [Fact]
    public async Task P7_WhyItWaits_IsSaidInBothLanguages()
    {
        await using var desk = await TestDesk.OpenAsync(omni => omni.AddQueue("general", q => q.RequireSkill("ja")));
        await desk.SayAsync(desk.Sms, Mobile, "hello");
        await desk.Host.SettleAsync();
        var id = new ConversationId(Assert.Single(desk.Store.Rows.Keys, k => k.Table == StateTable.Conversations).Key);
        async Task<string> WhyAsync()
        {
            await desk.Host.SettleAsync();
            var why = await desk.Omni.Routing.ExplainAsync(id);
            Assert.DoesNotContain('{', why.ToText(Locale.English));
            Assert.DoesNotContain('{', why.ToText(Locale.Japanese));
            Assert.NotEqual(why.Code, why.ToText(Locale.Japanese));
            return why.Code;
        }

        Assert.Equal("routing.nobody-present", await WhyAsync());
        await desk.Host.SignInAsync("agent-a", "en");
        Assert.Equal("routing.nobody-skilled", await WhyAsync());
        var skilled = await desk.Host.SignInAsync("agent-b", "ja");
        Assert.Equal("routing.longest-idle", await WhyAsync());
        var offer = (await desk.Host.DeskAsync(skilled)).Offers[0];
        await desk.Omni.Agents.DeclineAsync(skilled, offer.Id);
        Assert.Equal("routing.all-declined", await WhyAsync());
    }
}
