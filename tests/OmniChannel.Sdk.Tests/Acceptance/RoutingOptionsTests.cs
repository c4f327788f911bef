using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using OmniChannel.Fakes;
using OmniChannel.Hosting;

namespace OmniChannel.Acceptance;

/// <summary>The richer model of routing, configured in code, in JSON and in configuration, and refused at start where it cannot work.</summary>
public sealed class RoutingOptionsTests
{
    private const string Mobile = "+819011112222";

    private const string Json = """
        { "skills": ["ja", "returns"], "teams": ["first", "second"],
          "channels": [ { "name": "message", "cost": 2 }, { "name": "call", "cost": 6, "wrapUp": 30000 } ],
          "classes": [ { "name": "normal" }, { "name": "urgent", "rank": 1 } ],
          "policy": { "kind": "least-loaded" },
          "queues": [ { "name": "returns", "class": "urgent", "offerTimeout": 20000,
                        "requirement": { "required": [ { "skill": "returns", "min": 2 } ], "rings": [ { "after": 60000, "required": [ { "skill": "ja" } ] } ] } } ] }
        """;

    [Fact]
    public async Task Json_OfTheBuilder_IsWhatTheEngineGoesBy()
    {
        await using var desk = await TestDesk.OpenAsync(omni => omni.AddQueue("general").ConfigureRouting(System.Text.Encoding.UTF8.GetBytes(Json))
            .RouteInbound(r => r.DefaultQueue("returns")));
        var agent = new AgentId("agent-a");
        await desk.Omni.Agents.SignInAsync(new() { Id = agent, DisplayName = "A", Skills = [new() { Skill = "ja" }, new() { Skill = "cooking" }] });
        await desk.SayAsync(desk.Sms, Mobile, "hello");
        await desk.Host.SettleAsync();

        Assert.Equal(["general", "returns"], desk.Omni.Routing.Queues.Select(q => q.Value));
        var id = new ConversationId(desk.Store.Rows.Keys.First(k => k.Table == StateTable.Conversations).Key);
        var why = await desk.Omni.Routing.ExplainAsync(id);
        Assert.Equal(("routing.nobody-skilled", "returns 2+"), (why.Code, why.Arguments["skills"]));
        await desk.Host.AdvanceAsync(TimeSpan.FromSeconds(61));

        var offer = Assert.Single((await desk.Host.DeskAsync(agent)).Offers);
        Assert.Equal("routing.least-loaded", (await desk.Omni.Routing.ExplainAsync(id)).Code);
        Assert.Equal(TimeSpan.FromSeconds(20), offer.ExpiresAt - offer.OfferedAt);
        Assert.Equal(2, (await desk.Host.DeskAsync(agent)).Agent!.Load);
    }

    [Fact]
    public async Task Section_OfTheConfiguration_SaysTheSame()
    {
        using var stream = new MemoryStream(System.Text.Encoding.UTF8.GetBytes($$"""{ "Routing": {{Json}} }"""));
        var section = new ConfigurationBuilder().AddJsonStream(stream).Build().GetSection("Routing");

        var read = RoutingConfiguration.Read(RoutingSection.ToJson(section));

        Assert.Equal(RoutingConfiguration.Write(RoutingConfiguration.Read(System.Text.Encoding.UTF8.GetBytes(Json))), RoutingConfiguration.Write(read));
        await Task.CompletedTask;
    }

    [Fact]
    public async Task Overflows_ThatGoRound_AreRefusedAtStartWithThePath()
    {
        var refused = await Assert.ThrowsAsync<OmniChannelSetupException>(() => TestDesk.OpenAsync(omni => omni
            .AddQueue("a", q => q.OverflowTo("b", TimeSpan.FromMinutes(1)))
            .AddQueue("b", q => q.OverflowTo("a", TimeSpan.FromMinutes(1)))
            .RouteInbound(r => r.DefaultQueue("a"))));
        Assert.Contains("Routing: Queues[0].Escalations: work would go round: a > b > a", refused.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Names_GivenTwice_AreRefusedAtStart()
    {
        var refused = await Assert.ThrowsAsync<OmniChannelSetupException>(() => TestDesk.OpenAsync(omni => omni
            .AddBot("greeter", Greeter).AddBot("greeter", Greeter)
            .AddEventHandler<SilentHandler>("crm").AddEventHandler<SilentHandler>("crm")));
        Assert.Contains("Two bots are named 'greeter'.", refused.Message, StringComparison.Ordinal);
        Assert.Contains("Two event handlers are named 'crm'", refused.Message, StringComparison.Ordinal);
    }

    private static OmniChannel.Engagement.Bots.DecisionTree Greeter { get; } =
        OmniChannel.Engagement.Bots.DecisionTree.Build(t => t.HandOff("person", new("One moment.", "お待ちください。")));

    private sealed class SilentHandler : IOmniEventHandler
    {
        public Task HandleAsync(OmniEvent omniEvent, CancellationToken cancellationToken) => Task.CompletedTask;
    }

    [Theory]
    [InlineData("""{ "skills": ["ja"], "queues": [ { "name": "q", "requirement": { "required": [ { "skill": "jp" } ] } } ] }""", "Queues[1].Requirement.Required[0]: there is no skill 'jp'")]
    [InlineData("""{ "colour": 1 }""", "$.colour")]
    [InlineData("""{ "channels": [ { "name": "call", "cost": -1 } ] }""", "Channels[0].Cost: -1 is negative")]
    [InlineData("""{ "policy": { "kind": "batch-optimal", "window": 0 } }""", "Policy.Window: 0 is below 1")]
    [InlineData("""{ "agents": [ { "capacity": 1 } ] }""", "Agents: the engine's agents sign in")]
    public async Task Options_ThatCannotWork_AreRefusedAtStartWithThePath(string json, string reason)
    {
        var refused = await Assert.ThrowsAsync<OmniChannelSetupException>(() => TestDesk.OpenAsync(
            omni => omni.AddQueue("general").RouteInbound(r => r.DefaultQueue("general")).ConfigureRouting(System.Text.Encoding.UTF8.GetBytes(json))));
        Assert.Contains(reason, refused.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Queue_ThatIsClosed_WaitsForTheOpeningOrSendsOn()
    {
        // The test's clock starts at 12:00 UTC.
        var hours = new BusinessHours("UTC", Enum.GetValues<DayOfWeek>().Select(d => new BusinessDay
        {
            Day = d,
            Hours = [new() { From = TimeSpan.FromHours(13), To = TimeSpan.FromHours(20) }],
        }));
        await using var desk = await TestDesk.OpenAsync(omni => omni.AddQueue("general", q => q.Open(hours)));
        var agent = await desk.Host.SignInAsync("agent-a");
        var until = TimeSpan.FromHours(13) - desk.Time.GetUtcNow().TimeOfDay;
        await desk.SayAsync(desk.Sms, Mobile, "hello");
        await desk.Host.SettleAsync();
        Assert.Empty((await desk.Host.DeskAsync(agent)).Offers);
        var id = new ConversationId(desk.Store.Rows.Keys.First(k => k.Table == StateTable.Conversations).Key);
        Assert.Equal("routing.not-before", (await desk.Omni.Routing.ExplainAsync(id)).Code);

        await desk.Host.AdvanceAsync(until);
        Assert.Single((await desk.Host.DeskAsync(agent)).Offers);

        await using var other = await TestDesk.OpenAsync(omni => omni.AddQueue("day", q => q.Open(hours, otherwise: "night")).AddQueue("night").RouteInbound(r => r.DefaultQueue("day")));
        agent = await other.Host.SignInAsync("agent-a");
        await other.SayAsync(other.Sms, Mobile, "hello");
        await other.Host.SettleAsync();
        Assert.Equal("night", Assert.Single((await other.Host.DeskAsync(agent)).Offers).Conversation.Queue);
    }

    [Fact]
    public async Task BatchOptimal_InJson_IsDecidedAtTheEndOfItsWindowOverARestart()
    {
        await using var desk = await TestDesk.OpenAsync(omni => omni.AddQueue("parcels", q => q.RequireSkill("ja")).AddQueue("returns", q => q.RequireSkill("returns"))
            .RouteInbound(r => r.DefaultQueue("parcels")).ConfigureRouting("""{ "policy": { "kind": "batch-optimal", "window": 200 } }"""u8));
        var (both, one) = (new AgentId("both"), new AgentId("one"));
        await desk.Omni.Agents.SignInAsync(new() { Id = both, DisplayName = "Both", Capacity = 1, Skills = [new() { Skill = "ja", Level = 5 }, new() { Skill = "returns", Level = 5 }] });
        await desk.Omni.Agents.SignInAsync(new() { Id = one, DisplayName = "One", Capacity = 1, Skills = [new() { Skill = "ja", Level = 1 }] });
        await desk.Host.AdvanceAsync(TimeSpan.FromSeconds(1));
        await desk.SayAsync(desk.Sms, Mobile, "my parcel");
        await desk.SayAsync(desk.Sms, "+819033334444", "hello");
        Assert.Empty((await desk.Host.DeskAsync(both)).Offers);
        await desk.RestartAsync();
        Assert.Empty((await desk.Host.DeskAsync(one)).Offers);

        await desk.Host.AdvanceAsync(TimeSpan.FromMilliseconds(200));

        var offers = new[] { Assert.Single((await desk.Host.DeskAsync(both)).Offers), Assert.Single((await desk.Host.DeskAsync(one)).Offers) };
        Assert.NotEqual(offers[0].Conversation.Id, offers[1].Conversation.Id);
        Assert.Equal("routing.batch-optimal", (await desk.Omni.Routing.ExplainAsync(offers[0].Conversation.Id)).Code);
        foreach (var (agent, offer) in new[] { (both, offers[0]), (one, offers[1]) })
        {
            Assert.True((await desk.Omni.Agents.AcceptAsync(agent, offer.Id)).Accepted);
        }
    }

    [Fact]
    public async Task WrapUp_AfterACloseOfItsChannel_TakesCapacityForAWhile()
    {
        await using var desk = await TestDesk.OpenAsync(omni => omni.AddQueue("general").ConfigureRouting(r => r.Channels.Add(new() { Name = "message", Cost = 4, WrapUp = 30_000 })));
        var agent = await desk.Host.SignInAsync("agent-a");
        await desk.SayAsync(desk.Sms, Mobile, "one");
        var id = await desk.AcceptAsync(agent);
        await desk.SayAsync(desk.Sms, "+819033334444", "two");
        await desk.Omni.Agents.CloseAsync(agent, id);
        await desk.Host.SettleAsync();
        Assert.Empty((await desk.Host.DeskAsync(agent)).Offers);
        Assert.Null((await desk.ViewAsync(id)).Work);

        await desk.RestartAsync();
        Assert.Equal(4, (await desk.Host.DeskAsync(agent)).Agent!.Load);
        await desk.Host.AdvanceAsync(TimeSpan.FromSeconds(31));
        Assert.Single((await desk.Host.DeskAsync(agent)).Offers);
    }

    [Fact]
    public async Task Queue_ThatIsGoneAfterARestart_LeavesItsWorkToTheFirst()
    {
        var store = new StoreDouble();
        var time = new ManualTimeProvider();
        var desk = await TestDesk.OpenAsync(omni => omni.AddQueue("general").AddQueue("old").RouteInbound(r => r.DefaultQueue("old")), store, time);
        await desk.SayAsync(desk.Sms, Mobile, "hello");
        await desk.Host.SettleAsync();
        await desk.DisposeAsync();

        await using var next = await TestDesk.OpenAsync(omni => omni.AddQueue("general"), store, time);
        var agent = await next.Host.SignInAsync("agent-a");
        Assert.Equal("general", Assert.Single((await next.Host.DeskAsync(agent)).Offers).Conversation.Queue);
    }
}
