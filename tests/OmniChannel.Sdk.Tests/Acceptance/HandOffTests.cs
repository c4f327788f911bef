using Microsoft.Extensions.DependencyInjection;
using OmniChannel.Fakes;

namespace OmniChannel.Acceptance;

/// <summary>Bot to queue to agent to team and back to the bot, with everything known.</summary>
public sealed class HandOffTests
{
    private const string Mobile = "+819011112222";

    [Fact]
    public async Task E7_BotToAgentToTeamToBotAndBack_KeepsContextAndAge()
    {
        var bot = new TestBot();
        await using var desk = await OpenAsync(bot);
        var (first, second) = (new AgentId("agent-a"), new AgentId("agent-b"));
        await desk.Omni.Agents.SignInAsync(new() { Id = first, DisplayName = "Aoki" });
        bot.Reply = () => new()
        {
            Actions = [new CollectAction { Slot = "order", Value = "A-1" }, new HandOffAction { Reason = "asked-for-person", Summary = "wants to return A-1", Intent = "return" }],
        };
        await desk.SayAsync(desk.Sms, Mobile, "hello");
        await desk.Host.SettleAsync();

        var offer = Assert.Single((await desk.Host.DeskAsync(first)).Offers);
        var packet = offer.Conversation.HandOff!;
        Assert.Equal((ParticipantKind.Bot, "bot", "asked-for-person", "return", "wants to return A-1"), (packet.From, packet.FromName, packet.Reason, packet.Intent, packet.Summary));
        Assert.Contains(packet.Collected, v => v is { Name: "order", Value: "A-1" });
        Assert.Equal(["hello"], packet.Transcript.Select(e => e.Text));
        Assert.Equal([HandOffStep.Accepted, HandOffStep.Requested, HandOffStep.Queued, HandOffStep.Offered], packet.Attempts.Select(a => a.Step));
        var since = desk.Time.GetUtcNow();
        var id = await desk.AcceptAsync(first);

        await desk.Omni.Agents.SignInAsync(new() { Id = second, DisplayName = "Baba", Teams = ["returns"] });
        desk.Time.Advance(TimeSpan.FromSeconds(5));
        Assert.True((await desk.Omni.Agents.TransferAsync(first, id, new() { Team = "returns", Note = "VIP" })).Accepted);
        await desk.AcceptAsync(second);
        packet = (await desk.ViewAsync(id)).HandOff!;
        Assert.Equal(("Aoki", "Baba", "returns", "transferred"), (packet.FromName, packet.ToName, packet.Team, packet.Reason));
        Assert.Contains(packet.Transcript, e => e.Text == "VIP");

        bot.Reply = () => new() { Actions = [] };
        desk.Time.Advance(TimeSpan.FromSeconds(5));
        Assert.True((await desk.Omni.Agents.TransferAsync(second, id, new() { Bot = new("bot") })).Accepted);
        await desk.Host.SettleAsync();
        Assert.Equal((second, "wants to return A-1", "A-1"), (bot.Last!.HandedBy, bot.Last.OpenQuestion, bot.Last.Slots["order"]));
        Assert.Equal("bot", (await desk.ViewAsync(id)).Owner);

        bot.Reply = () => new() { Actions = [new HandOffAction { Reason = "not-understood", Agent = second }] };
        await desk.SayAsync(desk.Sms, Mobile, "?");
        await desk.Host.SettleAsync();
        offer = Assert.Single((await desk.Host.DeskAsync(second)).Offers);
        Assert.Equal(TimeSpan.FromSeconds(10), desk.Time.GetUtcNow() - since);
        Assert.StartsWith("Baba was chosen: they have this conversation", offer.Why, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Steps_OfAHandOff_AreEventsForHandlers()
    {
        var bot = new TestBot { Reply = () => new() { Actions = [new HandOffAction { Reason = "asked-for-person" }] } };
        await using var desk = await OpenAsync(bot, omni => omni.AddEventHandler<Steps>("steps").Services.AddSingleton<StepLog>());
        var (first, second) = (await desk.Host.SignInAsync("agent-a"), new AgentId("agent-b"));
        await desk.SayAsync(desk.Sms, Mobile, "hello");
        await desk.Host.SettleAsync();
        await desk.Omni.Agents.DeclineAsync(first, Assert.Single((await desk.Host.DeskAsync(first)).Offers).Id);
        await desk.Host.SignInAsync(second.Value);
        await desk.Host.SettleAsync();
        await desk.Host.AdvanceAsync(TimeSpan.FromSeconds(31));
        await desk.Host.AdvanceAsync(TimeSpan.FromSeconds(30));
        var id = await desk.AcceptAsync(first);
        await desk.Omni.Agents.ReleaseAsync(first, id);
        await desk.Omni.Agents.SetPresenceAsync(second, Presence.Away);
        await desk.Host.SettleAsync();

        var log = desk.Host.Services.GetRequiredService<StepLog>();
        await log.Withdrawn.WaitAsync(TestTimeouts.Default);
        Assert.Equal(
            "Accepted bot, Requested bot asked-for-person general, Queued general, Offered agent-a general, Refused agent-a, Offered agent-b general, TimedOut agent-b, "
            + "Offered agent-a general, Accepted agent-a, Released agent-a general, Offered agent-b general, Withdrawn agent-b",
            string.Join(", ", log.Steps));
    }

    [Fact]
    public async Task Transfer_ToATeamOrBotThatIsNotThere_IsRefusedWithTheReason()
    {
        await using var desk = await OpenAsync(new());
        var agent = await desk.Host.SignInAsync("agent-a");
        await desk.SayAsync(desk.Sms, Mobile, "hello");
        await desk.Host.SettleAsync();
        await desk.Host.AdvanceAsync(TimeSpan.FromSeconds(11));
        var id = await desk.AcceptAsync(agent);

        Assert.Equal("work.unknown-team", (await desk.Omni.Agents.TransferAsync(agent, id, new() { Team = "nobody" })).Code);
        Assert.Equal("work.unknown-bot", (await desk.Omni.Agents.TransferAsync(agent, id, new() { Bot = new("nobody") })).Code);
        Assert.Equal("agent-a", (await desk.ViewAsync(id)).Owner);
    }

    private static Task<TestDesk> OpenAsync(TestBot bot, Action<IOmniChannelBuilder>? configure = null) => TestDesk.OpenAsync(omni =>
    {
        omni.Services.AddSingleton(bot);
        omni.AddQueue("general").ConfigureRouting(r => r.Teams.Add("returns")).AddBot<TestBot.Speaker>("bot").RouteInbound(r => r.Default("bot", thenQueue: "general"));
        configure?.Invoke(omni);
    });

    private sealed class TestBot
    {
        public Func<BotReply>? Reply { get; set; }

        public BotTurn? Last { get; private set; }

        public sealed class Speaker(TestBot bot) : IBot
        {
            public ValueTask<BotReply> OnTurnAsync(BotTurn turn, CancellationToken cancellationToken)
            {
                bot.Last = turn;
                return ValueTask.FromResult(bot.Reply?.Invoke() ?? throw new InvalidOperationException("the bot has nothing to say"));
            }
        }
    }

    private sealed class StepLog
    {
        private readonly TaskCompletionSource _withdrawn = new(TaskCreationOptions.RunContinuationsAsynchronously);

        public List<string> Steps { get; } = [];

        public Task Withdrawn => _withdrawn.Task;

        public void Add(HandOffEvent step)
        {
            Steps.Add(string.Join(' ', new[] { step.Step.ToString(), step.Agent.Value, step.Bot.Value, step.Reason, step.Queue.Value }.Where(v => !string.IsNullOrEmpty(v))));
            if (step.Step == HandOffStep.Withdrawn)
            {
                _withdrawn.TrySetResult();
            }
        }
    }

    private sealed class Steps(StepLog log) : IOmniEventHandler
    {
        public Task HandleAsync(OmniEvent omniEvent, CancellationToken cancellationToken)
        {
            if (omniEvent.HandOff is { } step)
            {
                log.Add(step);
            }

            return Task.CompletedTask;
        }
    }
}
