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
}
