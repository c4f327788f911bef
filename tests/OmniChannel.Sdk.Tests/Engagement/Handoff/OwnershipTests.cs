using OmniChannel.Engagement.Engine;
using OmniChannel.Engagement.Inputs;
using OmniChannel.Engagement.State;

namespace OmniChannel.Engagement.Handoff;

/// <summary>Bots, agents, queues, teams, time, failures and restarts at random: whoever passes a conversation on, and however that fails, somebody has it.</summary>
public sealed class OwnershipTests
{
    public static TheoryData<int, int> Runs { get; } = RandomRuns.Of(60, 400);

    [Theory]
    [MemberData(nameof(Runs))]
    public async Task HandOff_HoweverItGoes_LeavesAnOwnerOrAQueue(int seed, int steps)
    {
        var rules = RigRules.New(seed % 3 != 0);
        var rig = await EngineRig.StartAsync(rules);
        var attended = new HashSet<ConversationId>();
        var traffic = new RandomTraffic(seed, rig) { After = (input, _) => Check(rig.State, rules, attended, input) };
        var chance = new Random(seed);
        for (var step = 0; step < steps; step++)
        {
            if (chance.Next(25) == 0)
            {
                await rig.RestartAsync();
                var start = new StartInput();
                await rig.RunAsync(start);
                Check(rig.State, rules, attended, start);
            }

            if (chance.Next(40) == 0)
            {
                rig.Now += TimeSpan.FromMinutes(chance.Next(1, 10));
            }

            await traffic.RunAsync(1);
        }

        Assert.NotEmpty(attended);
    }

    private static void Check(WorkspaceState state, WorkspaceRules rules, HashSet<ConversationId> attended, EngineInput input)
    {
        foreach (var conversation in state.Conversations.Values)
        {
            if (!conversation.IsOpen || !conversation.JoinedInto.IsEmpty)
            {
                attended.Remove(conversation.Id);
                continue;
            }

            if (IsAttended(state, rules, conversation))
            {
                attended.Add(conversation.Id);
            }
            else
            {
                Assert.False(attended.Contains(conversation.Id), $"nobody has {conversation.Id} after {input}");
            }
        }
    }

    private static bool IsAttended(WorkspaceState state, WorkspaceRules rules, ConversationState conversation)
    {
        var item = state.Routing.ItemOf(conversation.Id);
        if (conversation.Bot is { } bot)
        {
            return item is null && rules.Bots.Contains(bot.Name) && (bot.Turn.IsEmpty || state.Effects.Find(bot.Turn.Value) is not null);
        }

        return item switch
        {
            { Status: WorkStatus.Assigned } => state.Routing.Agent(item.Agent) is not null,
            { Status: WorkStatus.Offered } => item.Offers.All(o => state.Routing.Agent(o.Agent) is { Presence: Presence.Available }) && item.Deadline is not null,
            { Status: WorkStatus.Waiting } => state.Routing.Setup.HasQueue(item.Queue),
            _ => false,
        };
    }
}
