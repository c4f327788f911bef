using OmniChannel.Fakes;

namespace OmniChannel.Acceptance;

/// <summary>An agent's day: work they take themselves, the end of the shift, a break after heavy work; over restarts.</summary>
public sealed class AgentDayTests
{
    private const string Mobile = "+819011112222";
    private const string Other = "+819033334444";
    private static readonly AgentId Agent = new("agent-a");

    [Fact]
    public async Task D16_QueueThatAgentsTakeFrom_IsPulledAndClaimed()
    {
        await using var desk = await TestDesk.OpenAsync(omni => omni.AddQueue("general", q => q.With(core => core.Pull = true)));
        Assert.Equal("work.unknown-agent", (await desk.Omni.Agents.PullAsync(Agent)).Reason.Code);
        await desk.Host.SignInAsync(Agent.Value);
        Assert.Equal("work.nothing-to-pull", (await desk.Omni.Agents.PullAsync(Agent)).Reason.Code);
        await desk.SayAsync(desk.Sms, Mobile, "hello");
        await desk.SayAsync(desk.Sms, Other, "hello too");
        Assert.Empty((await desk.Host.DeskAsync(Agent)).Offers);

        var pulled = await desk.Omni.Agents.PullAsync(Agent);
        await desk.RestartAsync();

        Assert.True(pulled.Accepted);
        Assert.Equal("routing.pulled", (await desk.Omni.Routing.ExplainAsync(pulled.Conversation)).Code);
        var other = desk.Store.Rows.Keys.Where(k => k.Table == StateTable.Conversations).Select(k => new ConversationId(k.Key)).Single(c => c != pulled.Conversation);
        Assert.True((await desk.Omni.Agents.ClaimAsync(Agent, other)).Accepted);
        Assert.Equal("routing.claimed", (await desk.Omni.Routing.ExplainAsync(other)).Code);
        Assert.Equal("work.does-not-wait", (await desk.Omni.Agents.ClaimAsync(Agent, other)).Reason.Code);
        Assert.Equal("conversation.unknown", (await desk.Omni.Agents.ClaimAsync(Agent, new(99))).Reason.Code);
        Assert.Equal(2, (await desk.Host.DeskAsync(Agent)).Conversations.Count);
        Assert.Contains(await desk.TimelineAsync(other), e => e.Kind == EntryKind.Assigned);
    }

    [Fact]
    public async Task D16_WhoHelpsOutNowAndThen_IsOfferedNothingAndTakesWithinTheirPolicy()
    {
        await using var desk = await TestDesk.OpenAsync(omni => omni.AddQueue("general").AddQueue("legal", q => q.RequireSkill("law")).RouteInbound(r => r.DefaultQueue("general")));
        var ceo = new AgentId("ceo");
        await desk.Omni.Agents.SignInAsync(new() { Id = ceo, DisplayName = "CEO", Capacity = 1, OnlyTakes = true, TakesFrom = [new("general"), new("gone")] });
        await desk.SayAsync(desk.Sms, Mobile, "hello");
        await desk.SayAsync(desk.Sms, Other, "hello too");
        await desk.SayAsync(desk.Sms, "+819055556666", "sue them");
        var (first, second, third) = (await FindAsync(desk, "hello"), await FindAsync(desk, "hello too"), await FindAsync(desk, "sue them"));
        await desk.Host.SignInAsync("agent-b");
        Assert.True((await desk.Omni.Agents.AcceptAsync(new("agent-b"), (await desk.Host.DeskAsync(new("agent-b"))).Offers.Single(o => o.Conversation.Id == third).Id)).Accepted);
        Assert.True((await desk.Omni.Agents.TransferAsync(new("agent-b"), third, new() { Queue = new("legal") })).Accepted);
        await desk.Omni.Agents.SetPresenceAsync(new("agent-b"), Presence.Away);
        await desk.RestartAsync();

        Assert.Empty((await desk.Host.DeskAsync(ceo)).Offers);
        Assert.Equal("routing.nobody-present", (await desk.Omni.Routing.ExplainAsync(first)).Code);
        Assert.Equal("work.not-allowed", (await desk.Omni.Agents.ClaimAsync(ceo, third)).Reason.Code);
        Assert.True((await desk.Omni.Agents.ClaimAsync(ceo, second)).Accepted);
        Assert.Equal("work.no-room", (await desk.Omni.Agents.ClaimAsync(ceo, first)).Reason.Code);
        Assert.Equal("work.nothing-to-pull", (await desk.Omni.Agents.PullAsync(ceo)).Reason.Code);
        await desk.Omni.Agents.CloseAsync(ceo, second);
        Assert.Equal(first, (await desk.Omni.Agents.PullAsync(ceo)).Conversation);
        await desk.Omni.Agents.CloseAsync(ceo, first);
        Assert.Equal("work.nothing-to-pull", (await desk.Omni.Agents.PullAsync(ceo)).Reason.Code);
    }

    [Fact]
    public async Task D5_ShiftEnds_OffersAreTakenBackAndNothingNewComes()
    {
        await using var desk = await TestDesk.OpenAsync();
        await desk.Omni.Agents.SignInAsync(new() { Id = Agent, DisplayName = "A", ShiftEnd = desk.Time.GetUtcNow().AddSeconds(20) });
        await desk.SayAsync(desk.Sms, Mobile, "hello");
        Assert.Single((await desk.Host.DeskAsync(Agent)).Offers);

        await desk.RestartAsync();
        await desk.Host.AdvanceAsync(TimeSpan.FromSeconds(21));
        await desk.SayAsync(desk.Sms, Other, "anybody?");

        Assert.Empty((await desk.Host.DeskAsync(Agent)).Offers);
        await desk.Omni.Agents.SignInAsync(new() { Id = Agent, DisplayName = "A" });
        Assert.Equal(2, (await desk.Host.DeskAsync(Agent)).Offers.Count);
    }

    [Fact]
    public async Task H5_HeavyConversation_IsFollowedByABreak()
    {
        await using var desk = await TestDesk.OpenAsync(omni => omni.AddQueue("general", q => q.With(core => core.Heavy = true)));
        await desk.Omni.Agents.SignInAsync(new() { Id = Agent, DisplayName = "A", ReliefAfter = 1, ReliefFor = TimeSpan.FromMinutes(5) });
        await desk.SayAsync(desk.Sms, Mobile, "hello");
        await desk.Host.SettleAsync();
        var conversation = await desk.AcceptAsync(Agent);
        await desk.Omni.Agents.CloseAsync(Agent, conversation);
        await desk.SayAsync(desk.Sms, Other, "hello");
        Assert.Empty((await desk.Host.DeskAsync(Agent)).Offers);

        await desk.RestartAsync();
        await desk.Host.AdvanceAsync(TimeSpan.FromMinutes(5.1));

        Assert.Single((await desk.Host.DeskAsync(Agent)).Offers);
    }

    private static async Task<ConversationId> FindAsync(TestDesk desk, string said)
    {
        foreach (var key in desk.Store.Rows.Keys.Where(k => k.Table == StateTable.Conversations))
        {
            if ((await desk.TimelineAsync(new(key.Key))).Any(e => e.Content is TextContent { Text: var text } && text == said))
            {
                return new(key.Key);
            }
        }

        throw new InvalidOperationException("Nobody said it.");
    }
}
