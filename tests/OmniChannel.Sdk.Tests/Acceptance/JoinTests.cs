using OmniChannel.Fakes;

namespace OmniChannel.Acceptance;

/// <summary>What becomes of two conversations when their customers turn out to be one: nobody is lost, and nothing is.</summary>
public sealed class JoinTests
{
    private const string Mobile = "+819011112222";
    private const string Mail = "hanako@example.com";

    [Fact]
    public async Task A12_JoinedTwice_EveryEntryShows()
    {
        await using var desk = await TestDesk.OpenAsync();
        var agent = await desk.Host.SignInAsync("agent-a");
        await desk.SayAsync(desk.Mail, Mail, "gamma");
        var held = await desk.AcceptAsync(agent);
        await desk.Omni.Agents.SetPresenceAsync(agent, Presence.Away);
        await desk.Host.AdvanceAsync(TimeSpan.FromSeconds(1));
        await desk.SayAsync(desk.Chat, "v-old", "alpha");
        await desk.Host.AdvanceAsync(TimeSpan.FromSeconds(1));
        await desk.SayAsync(desk.Sms, Mobile, "beta");
        await desk.Host.SettleAsync();
        var (chat, sms, mail) = (await CustomerAsync(desk, desk.Chat, "v-old"), await CustomerAsync(desk, desk.Sms, Mobile), await CustomerAsync(desk, desk.Mail, Mail));

        await desk.Omni.Customers.Identity.MergeAsync(chat, sms);
        await desk.Host.SettleAsync();
        await desk.Omni.Customers.Identity.MergeAsync(sms, mail);
        await desk.Host.SettleAsync();

        var view = await desk.ViewAsync(held);
        Assert.Equal(["alpha", "beta", "gamma"], view.Entries.Where(e => e.Kind == EntryKind.Message).Select(e => e.Text).Order(StringComparer.Ordinal));
        var timeline = await desk.TimelineAsync(held);
        Assert.Equal(["alpha", "beta", "gamma"], timeline.Where(e => e.Kind == EntryKind.Message).Select(e => e.Content!.Preview).Order(StringComparer.Ordinal));
        var onDesk = Assert.Single((await desk.Host.DeskAsync(agent)).Conversations);
        Assert.Equal(3, onDesk.Entries.Count(e => e.Kind == EntryKind.Message));
    }

    [Fact]
    public async Task A5_ProofThatJoins_GoesOnWithTheBotThatAskedForIt()
    {
        await using var desk = await BotDesk.OpenAsync(BotScript.OrderDesk());
        await desk.SayAsync(desk.Mail, Mail, "hello");
        await desk.Host.SettleAsync();
        await desk.Host.AdvanceAsync(TimeSpan.FromSeconds(1));
        foreach (var text in new[] { "hello", "1", Mail })
        {
            await desk.SayAsync(desk.Chat, "v1", text);
            await desk.Host.SettleAsync();
        }

        await desk.Host.AdvanceAsync(TimeSpan.FromSeconds(10));
        await desk.SayAsync(desk.Chat, "v1", BotDesk.CodeIn(desk.Mail));
        await desk.Host.SettleAsync();
        await desk.Host.AdvanceAsync(TimeSpan.FromSeconds(30));

        var id = await OnlyOpenAsync(desk);
        var view = await desk.ViewAsync(id);
        var said = Assert.Single(view.Entries, e => e.Text?.StartsWith("Thank you", StringComparison.Ordinal) == true);
        Assert.Equal("web-chat", said.Channel);
        Assert.Null(view.UnansweredSince);
    }

    [Fact]
    public async Task D10_WhoWaitsForAPerson_StillDoesAfterAJoinWithABotsConversation()
    {
        await using var desk = await BotDesk.OpenAsync(BotScript.OrderDesk());
        await desk.SayAsync(desk.Mail, Mail, "hello");
        await desk.Host.SettleAsync();
        await desk.SayAsync(desk.Mail, Mail, "a person please");
        await desk.Host.SettleAsync();
        await desk.Host.AdvanceAsync(TimeSpan.FromMinutes(3));
        foreach (var text in new[] { "hello", "1", Mail })
        {
            await desk.SayAsync(desk.Chat, "v1", text);
            await desk.Host.SettleAsync();
        }

        await desk.SayAsync(desk.Chat, "v1", BotDesk.CodeIn(desk.Mail));
        await desk.Host.SettleAsync();

        var agent = await desk.Host.SignInAsync("agent-a");
        var offer = Assert.Single((await desk.Host.DeskAsync(agent)).Offers);
        Assert.Equal(["email", "web-chat"], offer.Conversation.Legs.Select(l => l.Channel));
        Assert.Equal(TimeSpan.FromMinutes(3), desk.Time.GetUtcNow() - offer.Conversation.Entries.First(e => e.Kind == EntryKind.Queued).At);
    }

    [Fact]
    public async Task D10_TheLongerWait_Counts()
    {
        await using var desk = await TestDesk.OpenAsync();
        await desk.SayAsync(desk.Chat, "v-old", "alpha");
        await desk.Host.AdvanceAsync(TimeSpan.FromMinutes(1));
        await desk.SayAsync(desk.Mail, "other@example.com", "somebody else");
        await desk.Host.AdvanceAsync(TimeSpan.FromMinutes(1));
        await desk.SayAsync(desk.Sms, Mobile, "beta");
        await desk.Host.SettleAsync();

        await desk.Omni.Customers.Identity.MergeAsync(await CustomerAsync(desk, desk.Sms, Mobile), await CustomerAsync(desk, desk.Chat, "v-old"));
        await desk.Host.SettleAsync();

        var first = Assert.Single((await desk.Host.DeskAsync(await desk.Host.SignInAsync("agent-a"))).Offers.Take(1));
        Assert.Contains(first.Conversation.Entries, e => e.Text == "alpha");
        Assert.Contains(first.Conversation.Entries, e => e.Text == "beta");
    }

    [Fact]
    public async Task P2_UnknownOneOfTheJoined_IsDecidedByWhoHasTheWhole()
    {
        await using var desk = await TestDesk.OpenAsync();
        var agent = await desk.Host.SignInAsync("agent-a");
        var other = await desk.Host.SignInAsync("agent-b");
        await desk.SayAsync(desk.Sms, Mobile, "beta");
        var kept = await desk.AcceptAsync(await HasOfferAsync(desk, agent) ? agent : other);
        var holder = (await desk.Host.DeskAsync(agent)).Conversations.Count > 0 ? agent : other;
        await desk.Host.AdvanceAsync(TimeSpan.FromSeconds(1));
        await desk.SayAsync(desk.Mail, Mail, "gamma");
        var free = holder == agent ? other : agent;
        var joined = await desk.AcceptAsync(free);
        desk.Mail.OnSend = (_, _) => Task.FromResult(SendResult.Failed(SendErrorKind.Ambiguous));
        var message = (await desk.ReplyAsync(free, joined, "perhaps")).Message;
        await desk.Omni.Agents.ReleaseAsync(free, joined);
        await desk.Omni.Agents.SetPresenceAsync(free, Presence.Away);
        await desk.Omni.Customers.Identity.MergeAsync(await CustomerAsync(desk, desk.Sms, Mobile), await CustomerAsync(desk, desk.Mail, Mail));
        await desk.Host.SettleAsync();
        Assert.Contains((await desk.ViewAsync(kept)).Entries, e => e.Text == "perhaps");

        Assert.Equal("work.not-yours", (await desk.Omni.Agents.ResolveMessageAsync(free, message, sendAgain: false)).Code);
        Assert.True((await desk.Omni.Agents.ResolveMessageAsync(holder, message, sendAgain: false)).Accepted);
    }

    private static async Task<bool> HasOfferAsync(TestDesk desk, AgentId agent) => (await desk.Host.DeskAsync(agent)).Offers.Count > 0;

    private static async Task<CustomerId> CustomerAsync(TestDesk desk, FakeChannel channel, string sender) =>
        (await desk.Omni.Customers.FindAsync(Identifier.Address(new() { Account = channel.Account, SenderId = sender })))!.Value;

    private static async Task<ConversationId> OnlyOpenAsync(TestDesk desk)
    {
        Assert.Equal(1, desk.Omni.Routing.Floor().Open);
        foreach (var key in desk.Store.Rows.Keys.Where(k => k.Table == StateTable.Conversations))
        {
            if (await desk.ViewAsync(new(key.Key)) is { IsOpen: true } open)
            {
                return open.Id;
            }
        }

        throw new InvalidOperationException("None is open.");
    }
}
