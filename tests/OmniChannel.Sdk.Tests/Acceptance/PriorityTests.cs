using System.Text.Json;
using OmniChannel.Fakes;
using OmniChannel.Hosting;

namespace OmniChannel.Acceptance;

/// <summary>Row D9: how urgent work is, as a function of segment, sentiment, wait and repeated contact.</summary>
public sealed class PriorityTests
{
    private const string Json = """
        { "classes": [ { "name": "normal" }, { "name": "low", "boost": -600000 }, { "name": "high", "boost": 600000 }, { "name": "top", "boost": 1800000 } ],
          "priorities": [ { "name": "segment", "values": [ "gold", "platinum" ] },
                          { "name": "segment", "values": [ "trial" ], "steps": -1 },
                          { "name": "sentiment", "values": [ "angry" ] },
                          { "repeats": 2 } ] }
        """;

    /// <summary>The golden table: what is known of a contact, and the class that its work gets. Each contact elsewhere in vain is a step by itself.</summary>
    public static TheoryData<string, string, int, string> Golden() => new()
    {
        { "", "", 0, "normal" }, { "", "calm", 0, "normal" }, { "", "angry", 0, "high" },
        { "", "", 1, "high" }, { "", "", 2, "top" }, { "", "angry", 1, "top" },
        { "silver", "", 0, "normal" }, { "silver", "angry", 0, "high" }, { "silver", "angry", 2, "top" },
        { "gold", "", 0, "high" }, { "gold", "calm", 0, "high" }, { "gold", "angry", 0, "top" },
        { "gold", "", 1, "top" }, { "gold", "angry", 1, "top" }, { "platinum", "", 0, "high" },
        { "trial", "", 0, "low" }, { "trial", "calm", 0, "low" }, { "trial", "angry", 0, "normal" },
        { "trial", "", 1, "normal" }, { "trial", "", 2, "top" }, { "trial", "angry", 2, "top" },
    };

    [Theory]
    [MemberData(nameof(Golden))]
    public async Task D9_SegmentSentimentAndRepeats_GiveTheClassOfTheTable(string segment, string sentiment, int repeats, string expected)
    {
        await using var desk = await OpenAsync();
        await ContactAsync(desk, 1, segment, sentiment, repeats);

        var item = Assert.Single(Items(desk));
        Assert.Equal(expected, item.Class);
        await desk.RestartAsync();
        Assert.Equal(expected, Assert.Single(Items(desk)).Class);
    }

    [Fact]
    public async Task D9_Wait_CountsAgainstTheClasses()
    {
        await using var desk = await OpenAsync();
        await ContactAsync(desk, 1, "trial", "", 0);
        await desk.Host.AdvanceAsync(TimeSpan.FromMinutes(9));
        await ContactAsync(desk, 2, "", "", 0);
        await desk.Host.AdvanceAsync(TimeSpan.FromMinutes(15));
        await ContactAsync(desk, 3, "gold", "", 0);
        await ContactAsync(desk, 4, "gold", "angry", 0);

        // Urgency in minutes: trial 24 - 10, nobody in particular 15 + 0, gold 0 + 10, gold and angry 0 + 30.
        Assert.Equal(["contact 4", "contact 2", "contact 1", "contact 3"], await PulledAsync(desk));
    }

    [Fact]
    public async Task D9_TraitThatIsToldLater_RaisesWhatWaitsAndKeepsItsClocks()
    {
        await using var desk = await OpenAsync();
        await ContactAsync(desk, 1, "", "", 0);
        await ContactAsync(desk, 2, "", "", 0);
        var before = Items(desk)[^1];
        var customer = await desk.Omni.Customers.FindAsync(Identifier.Phone(Mobile(2)));

        await desk.Omni.Customers.ObserveAsync("classifier", customer!.Value, [new() { Name = "sentiment", Value = "angry", Origin = TraitOrigin.Inferred }]);
        await desk.Host.SettleAsync();

        var after = Items(desk).Single(i => i.Id == before.Id);
        Assert.Equal(("normal", "high"), (before.Class, after.Class));
        Assert.Equal((before.QueuedAt, before.CreatedAt, before.Epoch), (after.QueuedAt, after.CreatedAt, after.Epoch));
        Assert.Equal(["contact 2", "contact 1"], await PulledAsync(desk));
    }

    [Theory]
    [InlineData("""{ "priorities": [ { "name": "segment", "steps": 0 } ] }""", "Priorities[0].Steps: 0 changes nothing")]
    [InlineData("""{ "priorities": [ { "values": [ "gold" ], "repeats": 1 } ] }""", "Priorities[0].Values: are values of nothing")]
    [InlineData("""{ "priorities": [ { "steps": 2 } ] }""", "Priorities[0]: holds for everything")]
    [InlineData("""{ "priorities": [ { "name": "segment", "queue": "nowhere" } ] }""", "Priorities[0].Queue: there is no queue 'nowhere'")]
    [InlineData("""{ "priorities": [ { "trait": "segment" } ] }""", "$.priorities[0].trait")]
    public async Task D9_RuleThatCannotWork_IsRefusedAtStartWithThePath(string json, string reason)
    {
        var refused = await Assert.ThrowsAsync<OmniChannelSetupException>(() => TestDesk.OpenAsync(
            omni => omni.AddQueue("general").ConfigureRouting(System.Text.Encoding.UTF8.GetBytes(json))));
        Assert.Contains(reason, refused.Message, StringComparison.Ordinal);
    }

    private static List<WorkItemSnapshot> Items(TestDesk desk) =>
    [
        .. desk.Store.Rows.Where(r => r.Key.Table == StateTable.WorkItems)
            .Select(r => JsonSerializer.Deserialize(r.Value.Value.Span, RoutingJson.Default.WorkItemSnapshot)!).Where(i => i.IsOpen).OrderBy(i => i.Order),
    ];

    private static string Mobile(int number) => $"+81901111{number:0000}";

    private static Task<TestDesk> OpenAsync() => BotDesk.OpenAsync(
        BotScript.Of(turn => turn.Message is TextContent { Text: ['#', .. var mood] } ? [new CollectAction { Slot = "sentiment", Value = mood }, HandOver] : [HandOver]),
        omni => omni.ConfigureRouting(System.Text.Encoding.UTF8.GetBytes(Json)));

    private static HandOffAction HandOver => new() { Reason = "asked-for-person" };

    /// <summary>Somebody writes, with this segment and in this mood, and asks again elsewhere so often while nobody answers.</summary>
    private static async Task ContactAsync(TestDesk desk, int number, string segment, string sentiment, int repeats)
    {
        await desk.Omni.Customers.ImportAsync("shop", new()
        {
            ExternalId = $"c{number}",
            Name = new() { Family = $"contact {number}" },
            Identifiers = [Identifier.Phone(Mobile(number)), Identifier.Address(new() { Account = desk.Chat.Account, SenderId = $"v{number}" })],
            Traits = segment.Length == 0 ? new Dictionary<string, string>() : new() { ["segment"] = segment },
        });
        await desk.SayAsync(desk.Sms, Mobile(number), sentiment.Length == 0 ? $"contact {number}" : "#" + sentiment);
        await desk.Host.SettleAsync();
        for (var again = 1; again <= repeats; again++)
        {
            desk.Time.Advance(TimeSpan.FromMinutes(6));
            await desk.SayAsync(again % 2 == 1 ? desk.Chat : desk.Sms, again % 2 == 1 ? $"v{number}" : Mobile(number), "still waiting");
        }

        await desk.Host.SettleAsync();
    }

    // The order in which an agent with room for one gets what waits.
    private static async Task<List<string>> PulledAsync(TestDesk desk)
    {
        var agent = new AgentId("agent-a");
        await desk.Omni.Agents.SignInAsync(new() { Id = agent, DisplayName = "A", Capacity = 1 });
        var order = new List<string>();
        while ((await desk.Host.DeskAsync(agent)).Offers is [var offer])
        {
            order.Add(offer.Conversation.Customer.Name!);
            await desk.Omni.Agents.AcceptAsync(agent, offer.Id);
            await desk.Omni.Agents.CloseAsync(agent, offer.Conversation.Id);
            await desk.Host.SettleAsync();
        }

        return order;
    }
}
