using OmniChannel.Fakes;

namespace OmniChannel.Acceptance;

/// <summary>Rows E of the requirements: the bot collects, hands over, and never leaves anybody in silence.</summary>
public sealed class BotTests
{
    private const string Mobile = "+819011112222";

    [Fact]
    public async Task E4_HandOff_CarriesTranscriptValuesAndReason()
    {
        await using var desk = await BotDesk.OpenAsync(BotScript.OrderDesk());
        var agent = await desk.Host.SignInAsync("agent-a");
        foreach (var text in new[] { "hello", "２", "a person please" })
        {
            await desk.SayAsync(desk.Chat, "v1", text);
            await desk.Host.SettleAsync();
        }

        var conversation = Assert.Single((await desk.Host.DeskAsync(agent)).Offers).Conversation;

        Assert.Equal("Asks about an order", conversation.OpenQuestion);
        Assert.Equal([("topic", "other")], conversation.Collected.Select(c => (c.Name, c.Value)));
        Assert.Equal(
            ["hello", "What is it about?", "Other", "Your e-mail?", "a person please"],
            conversation.Entries.Where(e => e.Kind == EntryKind.Message).Select(e => e.Text));
        var handOff = Assert.Single(conversation.Entries, e => e.Kind == EntryKind.HandOff);
        Assert.Equal("The customer asked for a person.", handOff.Reason);
        Assert.Equal(0, conversation.AskedTwice);
    }

    [Fact]
    public async Task E4_FirstTurn_HasTheWordsThatBeganIt()
    {
        var began = new List<string?>();
        await using var desk = await BotDesk.OpenAsync(BotScript.Of(turn =>
        {
            began.Add(turn.Trigger == BotTrigger.Started ? turn.Message?.Preview : "not the first");
            return [];
        }));
        await desk.SayAsync(desk.Sms, Mobile, "my order is late");
        await desk.Host.SettleAsync();
        Assert.Equal(["my order is late"], began);
    }

    [Fact]
    public async Task D13_NobodyThere_TheBotServesUntilSomebodyIs()
    {
        var seen = new List<int>();
        await using var desk = await BotDesk.OpenAsync(
            BotScript.Of(turn =>
            {
                seen.Add(turn.PeopleAvailable);
                return turn.PeopleAvailable == 0 ? [new SayAction { Content = new TextContent("Nobody is here; the answer is in our help.") }] : [new HandOffAction { Reason = "asked-for-person" }];
            }),
            omni => omni.AddQueue("japanese", q => q.RequireSkill("ja")).RouteInbound(r => r.Default("front-desk", "japanese")));
        await desk.Host.SignInAsync("without-the-skill");
        await desk.SayAsync(desk.Sms, Mobile, "a person please");
        await desk.Host.SettleAsync();
        Assert.Equal(["Nobody is here; the answer is in our help."], desk.Sms.SentTexts);
        Assert.Equal(0, desk.Omni.Routing.Floor().Waiting);

        var agent = await desk.Host.SignInAsync("agent-a", "ja");
        await desk.SayAsync(desk.Sms, Mobile, "and now?");

        Assert.Contains((await desk.Host.DeskAsync(agent)).Offers.Single().Conversation.Entries, e => e.Text == "a person please");
        Assert.Equal([0, 1], seen);
    }

    [Fact]
    public async Task D13_ShiftThatIsOver_CountsForNobody()
    {
        var seen = new List<int>();
        await using var desk = await BotDesk.OpenAsync(BotScript.Of(turn =>
        {
            seen.Add(turn.PeopleAvailable);
            return [];
        }));
        var ends = desk.Time.GetUtcNow() + TimeSpan.FromMinutes(1);
        await desk.Omni.Agents.SignInAsync(new() { Id = new("agent-a"), DisplayName = "A", ShiftEnd = ends });
        Assert.Equal(1, desk.Omni.Routing.Floor().AgentsFree);

        await desk.Host.AdvanceAsync(TimeSpan.FromMinutes(2));
        await desk.SayAsync(desk.Sms, Mobile, "a person please");
        await desk.Host.SettleAsync();

        Assert.Equal([0], seen);
        Assert.Equal(0, desk.Omni.Routing.Floor().AgentsFree);
    }

    [Fact]
    public async Task E5_Values_AreCollectedBeforeItQueues()
    {
        await using var desk = await BotDesk.OpenAsync(BotScript.OrderDesk());
        foreach (var text in new[] { "hello", "1" })
        {
            await desk.SayAsync(desk.Chat, "v1", text);
            await desk.Host.SettleAsync();
        }

        Assert.Equal(0, desk.Omni.Routing.Floor().Waiting);
        await desk.SayAsync(desk.Chat, "v1", "no e-mail, a person");
        await desk.Host.SettleAsync();
        Assert.Equal(1, desk.Omni.Routing.Floor().Waiting);
        var kinds = (await TimelineAsync(desk)).Select(e => e.Kind).ToList();
        Assert.True(kinds.IndexOf(EntryKind.Collected) < kinds.IndexOf(EntryKind.Queued));
    }

    [Fact]
    public async Task E7_FirstAnswer_ComesAtOnce()
    {
        await using var desk = await BotDesk.OpenAsync(BotScript.OrderDesk());
        await desk.SayAsync(desk.Chat, "v1", "hello");
        await desk.Host.SettleAsync();

        var answer = Assert.Single(await TimelineAsync(desk), e => e is { Kind: EntryKind.Message, Author: ParticipantKind.Bot });
        Assert.Equal(desk.Time.GetUtcNow(), answer.At);
        Assert.Empty(desk.Omni.Conversations.Unanswered(TimeSpan.Zero));
    }

    [Fact]
    public async Task Bot_ThatThrows_HandsOver()
    {
        await using var desk = await BotDesk.OpenAsync(new() { OnTurn = (_, _) => throw new InvalidOperationException("broken") });
        var agent = await desk.Host.SignInAsync("agent-a");
        await desk.SayAsync(desk.Chat, "v1", "hello");

        var offer = Assert.Single((await desk.Host.DeskAsync(agent)).Offers);
        Assert.Contains(offer.Conversation.Entries, e => e is { Kind: EntryKind.HandOff, Reason: "The bot failed, so people take over." });
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task Bot_ThatHangs_HandsOverWhenItsTimeIsUp(bool listens)
    {
        var asked = new TaskCompletionSource();
        var script = new BotScript
        {
            OnTurn = async (_, cancel) =>
            {
                asked.TrySetResult();
                await Task.Delay(Timeout.Infinite, listens ? cancel : CancellationToken.None);
                return new() { Actions = [] };
            },
        };
        await using var desk = await BotDesk.OpenAsync(script);
        var agent = await desk.Host.SignInAsync("agent-a");
        await desk.SayAsync(desk.Chat, "v1", "hello");
        await asked.Task.WaitAsync(TestTimeouts.Default);

        desk.Time.Advance(TimeSpan.FromSeconds(11));

        Assert.Single((await desk.Host.DeskAsync(agent)).Offers);
    }

    [Fact]
    public async Task Bot_WhoseAnswerComesTooLate_IsIgnored()
    {
        var (asked, answer) = (new TaskCompletionSource(), new TaskCompletionSource<BotReply>());
        await using var desk = await BotDesk.OpenAsync(new()
        {
            OnTurn = (_, _) =>
            {
                asked.TrySetResult();
                return new(answer.Task);
            },
        });
        var agent = await desk.Host.SignInAsync("agent-a");
        await desk.SayAsync(desk.Chat, "v1", "hello");
        await asked.Task;
        desk.Time.Advance(TimeSpan.FromSeconds(11));
        var id = await desk.AcceptAsync(agent);

        answer.SetResult(new() { Actions = [new SayAction { Content = new TextContent("too late") }] });

        await desk.Host.SettleAsync();
        Assert.DoesNotContain(await desk.TimelineAsync(id), e => e.Content?.Preview == "too late");
    }

    [Fact]
    public async Task Messages_DuringATurn_WaitForItAndComeInOrder()
    {
        var turns = new List<string>();
        var gate = new TaskCompletionSource();
        var script = new BotScript
        {
            OnTurn = async (turn, _) =>
            {
                turns.Add($"{turn.Trigger} {turn.Message?.Preview}");
                await gate.Task;
                return new() { Actions = [], State = turn.State + "." };
            },
        };
        await using var desk = await BotDesk.OpenAsync(script);
        foreach (var text in new[] { "hello", "one", "two", "three" })
        {
            await desk.SayAsync(desk.Chat, "v1", text);
        }

        gate.SetResult();
        await desk.Host.SettleAsync();
        Assert.Equal(["Started hello", "Message one", "Message two", "Message three"], turns);
    }

    [Fact]
    public async Task Bot_UnderARestart_IsAskedAgain()
    {
        var turns = 0;
        var script = BotScript.Of(turn => [new SayAction { Content = new TextContent("turn " + ++turns) }]);
        await using var desk = await BotDesk.OpenAsync(script);
        await desk.SayAsync(desk.Sms, Mobile, "hello");
        await desk.Host.SettleAsync();
        await desk.RestartAsync();
        await desk.SayAsync(desk.Sms, Mobile, "more");
        await desk.Host.SettleAsync();
        Assert.Equal(["turn 2"], desk.Sms.SentTexts);
    }

    private static async Task<IReadOnlyList<TimelineEntry>> TimelineAsync(TestDesk desk) =>
        await desk.TimelineAsync(new(Assert.Single(desk.Store.Rows.Keys, k => k.Table == StateTable.Conversations).Key));
}
