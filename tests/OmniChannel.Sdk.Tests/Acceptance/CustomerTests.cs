using Microsoft.Extensions.DependencyInjection;
using OmniChannel.Fakes;
using OmniChannel.Hosting;

namespace OmniChannel.Acceptance;

/// <summary>Rows C of the requirements, promise P8, and what a merge does to conversations.</summary>
public sealed class CustomerTests
{
    private const string Mobile = "+819011112222";

    [Fact]
    public async Task C1_Profile_OfTwoSources_SaysSourceAndTimeAndTheNewerNameWins()
    {
        await using var desk = await TestDesk.OpenAsync();
        await desk.Omni.Customers.ImportAsync("shop", TestSource.Hanako);
        await desk.Omni.Customers.ImportAsync("crm", new()
        {
            ExternalId = "77",
            Name = new() { Family = "佐藤", Given = "花子" },
            Identifiers = [Identifier.Email("hanako@example.com")],
            Traits = new Dictionary<string, string> { ["segment"] = "runner" },
            ChangedAt = new(2026, 3, 20, 0, 0, 0, TimeSpan.Zero),
        });

        var id = await desk.Omni.Customers.FindAsync(Identifier.Phone("090-1111-2222"));
        var customer = await desk.Omni.Customers.GetAsync(id!.Value);

        Assert.Equal("佐藤 花子", customer!.Name);
        Assert.Contains(customer.Values, v => v is { Name: "tier", Value: "gold", Source: "shop" } && v.At == TestSource.Hanako.ChangedAt);
        Assert.Contains(customer.Values, v => v is { Name: "segment", Value: "runner", Source: "crm" });
    }

    [Fact]
    public async Task C1_Traits_OfSourcesAndObservations_SayByWhatRuleTheyWereChosenAndComeBackAsTheyWere()
    {
        await using var desk = await TestDesk.OpenAsync(omni => omni.Services.Configure<OmniChannelOptions>(o => o.Profiles.Traits["tier"] = new() { Trusted = { "shop" } }));
        await desk.Omni.Customers.ImportAsync("shop", TestSource.Hanako);
        var id = (await desk.Omni.Customers.FindAsync(Identifier.Phone(Mobile)))!.Value;
        var before = Profile(await desk.Omni.Customers.GetAsync(id));
        Trait[] told = [new() { Name = "tier", Value = "platinum" }, new() { Name = "churn", Value = "likely", Origin = TraitOrigin.Inferred, Confidence = 0.7 }];

        Assert.True((await desk.Omni.Customers.ObserveAsync("model", id, told)).Accepted);
        await desk.RestartAsync();
        await desk.Omni.Customers.ImportAsync("shop", TestSource.Hanako);

        var customer = (await desk.Omni.Customers.GetAsync(id))!;
        var tier = customer.Values.Single(v => v.Name == "tier");
        Assert.Equal(("gold", "shop", "profile.trusted"), (tier.Value, tier.Source, tier.Reason!.Code));
        Assert.Equal(("platinum", "model", desk.Time.GetUtcNow()), Assert.Single(tier.Others.Select(o => (o.Value, o.Source, o.At))));
        Assert.Equal((TraitOrigin.Inferred, 0.7), customer.Values.Where(v => v.Name == "churn").Select(v => (v.Origin, v.Confidence)).Single());
        Assert.Equal("shop", customer.NameSource!.Source);
        Assert.True((await desk.Omni.Customers.TakeBackAsync("model", id, told)).Accepted);
        Assert.Equal(before, Profile(await desk.Omni.Customers.GetAsync(id)));
        Assert.False((await desk.Omni.Customers.ObserveAsync("model", new(7), told)).Accepted);
    }

    [Fact]
    public async Task C1_Record_ThatComesLate_DoesNotReplaceANewerOne()
    {
        await using var desk = await TestDesk.OpenAsync();
        await desk.Omni.Customers.ImportAsync("shop", TestSource.Hanako);
        await desk.Omni.Customers.ImportAsync("shop", TestSource.Hanako with { Traits = new Dictionary<string, string> { ["tier"] = "silver" }, ChangedAt = TestSource.Hanako.ChangedAt!.Value.AddDays(-1) });
        var id = await desk.Omni.Customers.FindAsync(Identifier.Phone(Mobile));
        Assert.Contains((await desk.Omni.Customers.GetAsync(id!.Value))!.Values, v => v is { Name: "tier", Value: "gold" });
    }

    [Theory]
    [InlineData("sms,mail,import")]
    [InlineData("sms,import,mail")]
    [InlineData("mail,sms,import")]
    [InlineData("mail,import,sms")]
    [InlineData("import,sms,mail")]
    [InlineData("import,mail,sms")]
    public async Task C2_InAnyOrder_TheyAreOnePersonWithOneOpenConversation(string order)
    {
        await using var desk = await TestDesk.OpenAsync();
        foreach (var step in order.Split(','))
        {
            await (step switch
            {
                "sms" => desk.SayAsync(desk.Sms, Mobile, "by sms"),
                "mail" => desk.SayAsync(desk.Mail, "hanako@example.com", "by mail"),
                _ => desk.Omni.Customers.ImportAsync("shop", TestSource.Hanako),
            });
        }

        await desk.Host.SettleAsync();
        var byPhone = await desk.Omni.Customers.FindAsync(Identifier.Phone(Mobile));
        Assert.Equal(byPhone, await desk.Omni.Customers.FindAsync(Identifier.Email("hanako@example.com")));
        Assert.Equal((1, 1), (desk.Omni.Routing.Floor().Open, desk.Omni.Routing.Floor().Waiting));
        var timeline = await desk.Omni.Customers.TimelineAsync(byPhone!.Value).ToListAsync();
        Assert.Equal(["by mail", "by sms"], timeline.Where(e => e.Kind == EntryKind.Message).Select(e => e.Content!.Preview).Order(StringComparer.Ordinal));
    }

    [Fact]
    public async Task C17_WhatWasCommitted_IsInTheNextRead()
    {
        await using var desk = await TestDesk.OpenAsync();
        for (var i = 0; i < 20; i++)
        {
            await desk.SayAsync(desk.Sms, Mobile, "message " + i);
            var id = new ConversationId(Assert.Single(desk.Store.Rows.Keys, k => k.Table == StateTable.Conversations).Key);
            var view = await desk.Omni.Conversations.GetAsync(id, Locale.English);
            Assert.Contains(view!.Entries, e => e.Text == "message " + i);
        }
    }

    [Fact]
    public async Task P8_UndoneMerge_GivesBothTheirConversationAndNobodyTheOthersMessages()
    {
        await using var desk = await TestDesk.OpenAsync();
        var agent = await desk.Host.SignInAsync("agent-a");
        await desk.SayAsync(desk.Sms, Mobile, "hanako here");
        var kept = await desk.AcceptAsync(agent);
        var hanako = await desk.Omni.Customers.FindAsync(Identifier.Phone(Mobile));
        await desk.Host.AdvanceAsync(TimeSpan.FromSeconds(1));
        await desk.SayAsync(desk.Mail, "taro@example.com", "taro here");
        var taro = await desk.Omni.Customers.FindAsync(Identifier.Email("taro@example.com"));
        await desk.Omni.Customers.ImportAsync("shop", new() { ExternalId = "family", Identifiers = [Identifier.Phone(Mobile), Identifier.Email("taro@example.com")] });
        await desk.Host.SettleAsync();
        Assert.Equal(1, desk.Omni.Routing.Floor().Open);
        await desk.SayAsync(desk.Mail, "taro@example.com", "more of taro");
        Assert.Contains(await desk.TimelineAsync(kept), e => e.Content?.Preview == "taro here");

        await desk.RestartAsync();
        Assert.Contains(await desk.TimelineAsync(kept), e => e.Content?.Preview == "taro here");
        Assert.True((await desk.Omni.Customers.KeepApartAsync(hanako!.Value, taro!.Value)).Accepted);

        await desk.Host.SettleAsync();
        Assert.Equal(2, desk.Omni.Routing.Floor().Open);
        Assert.DoesNotContain(await desk.TimelineAsync(kept), e => e.Content?.Preview == "taro here");
        Assert.NotEqual(await desk.Omni.Customers.FindAsync(Identifier.Phone(Mobile)), await desk.Omni.Customers.FindAsync(Identifier.Email("taro@example.com")));
        await desk.ReplyAsync(agent, kept, "for hanako");
        Assert.Equal(["for hanako"], desk.Sms.SentTexts);
        Assert.Empty(desk.Mail.Sent);
    }

    [Fact]
    public async Task P8_UndoneMerge_LeavesEachTheirQuestionAndWhoWasNotAnsweredWaits()
    {
        await using var desk = await TestDesk.OpenAsync();
        var agent = await desk.Host.SignInAsync("agent-a");
        await desk.SayAsync(desk.Sms, Mobile, "where is my order?");
        var kept = await desk.AcceptAsync(agent);
        await desk.Host.AdvanceAsync(TimeSpan.FromSeconds(1));
        await desk.SayAsync(desk.Mail, "taro@example.com", "too small");
        var hanako = (await desk.Omni.Customers.FindAsync(Identifier.Phone(Mobile)))!.Value;
        var taro = (await desk.Omni.Customers.FindAsync(Identifier.Email("taro@example.com")))!.Value;
        await desk.Omni.Customers.Identity.MergeAsync(hanako, taro);
        await desk.Host.AdvanceAsync(TimeSpan.FromSeconds(1));
        await desk.ReplyAsync(agent, kept, "send it back");
        Assert.Equal(["send it back"], desk.Mail.SentTexts);
        await desk.Omni.Agents.NoteAsync(agent, kept, "wants a refund");
        Assert.Equal(0, desk.Omni.Routing.Floor().Unanswered);

        await desk.Omni.Customers.Identity.UndoMergeAsync(taro);

        var one = await desk.ViewAsync(kept);
        Assert.Equal(1, desk.Omni.Routing.Floor().Unanswered);
        Assert.NotNull(one.UnansweredSince);
        Assert.Equal(("where is my order?", "agent-a"), (one.OpenQuestion, one.Owner));
        Assert.Equal(["sms"], one.Legs.Select(l => l.Channel));
        Assert.Contains("meanwhile that stayed here: 1", one.Entries.Single(e => e.Kind == EntryKind.Parted).Reason, StringComparison.Ordinal);
        var other = await desk.ViewAsync(new(desk.Store.Rows.Keys.Single(k => k.Table == StateTable.Conversations && k.Key != kept.Value).Key));
        Assert.Equal(("too small", (DateTimeOffset?)null), (other.OpenQuestion, other.UnansweredSince));
        Assert.Equal(["email"], other.Legs.Select(l => l.Channel));
        Assert.Equal(["too small", "send it back"], other.Entries.Where(e => e.Kind == EntryKind.Message).Select(e => e.Text));
        Assert.Equal(["where is my order?"], one.Entries.Where(e => e.Kind == EntryKind.Message).Select(e => e.Text));
        Assert.Equal(["too small", "send it back"], await SaidAsync(desk, taro));
        Assert.Equal(["where is my order?"], await SaidAsync(desk, hanako));
        await desk.ReplyAsync(agent, kept, "it is on its way");
        Assert.Equal(["it is on its way"], desk.Sms.SentTexts);
    }

    [Fact]
    public async Task Proof_InChat_JoinsTheOlderConversationOfTheSamePerson()
    {
        await using var desk = await BotDesk.OpenAsync(BotScript.OrderDesk());
        await desk.Omni.Customers.ImportAsync("shop", TestSource.Hanako);
        var agent = await desk.Host.SignInAsync("agent-a");
        await desk.SayAsync(desk.Sms, Mobile, "hello");
        await desk.Host.SettleAsync();
        await desk.SayAsync(desk.Sms, Mobile, "a person please");
        var id = await desk.AcceptAsync(agent);
        await desk.Host.AdvanceAsync(TimeSpan.FromMinutes(1));
        foreach (var text in new[] { "hi", "1", "hanako@example.com" })
        {
            await desk.SayAsync(desk.Chat, "v1", text);
            await desk.Host.SettleAsync();
        }

        await desk.SayAsync(desk.Chat, "v1", BotDesk.CodeIn(desk.Mail));

        var view = await desk.ViewAsync(id);
        Assert.Equal(1, desk.Omni.Routing.Floor().Open);
        Assert.Contains(view.Entries, e => e.Kind == EntryKind.Joined);
        Assert.Contains(view.Entries, e => e.Text == "hi");
        Assert.Contains(view.Collected, c => c is { Name: "topic", Value: "order" });
        Assert.Equal("agent-a", view.Owner);
        await desk.ReplyAsync(agent, id, "now in the chat");
        Assert.DoesNotContain("now in the chat", desk.Sms.SentTexts);
    }

    [Fact]
    public async Task Call_RecognisedWhileItRings_RingsInTheConversationThatIsKnown()
    {
        await using var desk = await TestDesk.OpenAsync();
        var agent = await desk.Host.SignInAsync("agent-a");
        await desk.SayAsync(desk.Mail, "hanako@example.com", "my order?");
        var id = await desk.AcceptAsync(agent);
        await desk.Host.AdvanceAsync(TimeSpan.FromSeconds(1));
        await desk.SignalAsync(desk.Phone, Mobile, SignalKind.CallStarted, "CA1");
        await desk.Host.SettleAsync();

        await desk.Omni.Customers.ImportAsync("shop", TestSource.Hanako);

        var offer = Assert.Single((await desk.Host.DeskAsync(agent)).Offers);
        Assert.Equal((id, true, "waiting"), (offer.Conversation.Id, offer.IsCall, offer.Conversation.Call));
        await desk.Omni.Agents.AcceptAsync(agent, offer.Id);
        await desk.Host.SettleAsync();
        Assert.IsType<ConnectCommand>(Assert.Single(desk.Phone.Commands));
        await desk.SignalAsync(desk.Phone, Mobile, SignalKind.CallEnded, "CA1");
        Assert.Null((await desk.ViewAsync(id)).Call);
    }

    [Fact]
    public async Task Closed_LongAgo_ALateReceiptDoesNotHideTheOpenOne()
    {
        await using var desk = await TestDesk.OpenAsync();
        var agent = await desk.Host.SignInAsync("agent-a");
        await desk.SayAsync(desk.Sms, Mobile, "first");
        var old = await desk.AcceptAsync(agent);
        var sent = await desk.ReplyAsync(agent, old, "answer");
        await desk.Omni.Agents.CloseAsync(agent, old);
        await desk.Host.AdvanceAsync(TimeSpan.FromDays(8));
        await desk.SayAsync(desk.Sms, Mobile, "second");
        await desk.Host.SettleAsync();

        await desk.ReceiptAsync(desk.Sms, "sent-" + sent.Message, ReceiptKind.Delivered);
        await desk.SayAsync(desk.Sms, Mobile, "third");
        await desk.RestartAsync();
        await desk.SayAsync(desk.Sms, Mobile, "fourth");

        await desk.Host.SettleAsync();
        Assert.Equal(1, desk.Omni.Routing.Floor().Open);
        Assert.Equal(2, desk.Store.Rows.Keys.Count(k => k.Table == StateTable.Conversations));
    }

    [Theory]
    [InlineData(6, 1)]
    [InlineData(8, 2)]
    public async Task Contact_AfterDays_ReopensOnlyWithinTheWindow(int days, int conversations)
    {
        await using var desk = await TestDesk.OpenAsync();
        var agent = await desk.Host.SignInAsync("agent-a");
        await desk.SayAsync(desk.Sms, Mobile, "first");
        await desk.Omni.Agents.CloseAsync(agent, await desk.AcceptAsync(agent));
        await desk.Host.AdvanceAsync(TimeSpan.FromDays(days));
        await desk.SayAsync(desk.Sms, Mobile, "second");
        await desk.Host.SettleAsync();
        Assert.Equal(conversations, desk.Store.Rows.Keys.Count(k => k.Table == StateTable.Conversations));
        Assert.Single((await desk.Host.DeskAsync(agent)).Offers);
    }

    private static async Task<IEnumerable<string>> SaidAsync(TestDesk desk, CustomerId customer) =>
        (await desk.Omni.Customers.TimelineAsync(customer).ToListAsync()).Where(e => e.Kind == EntryKind.Message).Select(e => e.Content!.Preview);

    private static string Profile(CustomerView? view) =>
        $"{view!.Name} {string.Join(' ', view.Values.Select(v => $"{v.Name}={v.Value}/{v.Source}/{v.At:O}/{v.Reason!.Code}/{v.Others.Count}"))}";
}
