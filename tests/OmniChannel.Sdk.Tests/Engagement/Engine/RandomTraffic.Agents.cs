using OmniChannel.Engagement.Inputs;

namespace OmniChannel.Engagement.Engine;

internal sealed partial class RandomTraffic
{
    private CommandInput Agent()
    {
        var agent = Any(Agents);
        var offered = rig.State.Routing.Items.Values.Where(i => i.Status == WorkStatus.Offered).OrderBy(i => i.Id.Value).ToList();
        if (offered.Count > 0 && _random.Next(2) == 0)
        {
            var offer = Any(offered).Offers[0];
            return _random.Next(4) == 0 ? new DeclineCommand { Agent = offer.Agent, Offer = offer.Id } : new AcceptCommand { Agent = offer.Agent, Offer = offer.Id };
        }

        var held = rig.State.Routing.Items.Values.Where(i => i.Status == WorkStatus.Assigned).OrderBy(i => i.Id.Value).ToList();
        return held.Count == 0 || _random.Next(5) == 0 ? Attend(agent) : Act(Any(held));
    }

    private CommandInput Attend(AgentId agent) => _random.Next(3) == 0
        ? new SetPresenceCommand { Agent = agent, Presence = (Presence)_random.Next(3) }
        : new SignInCommand
        {
            Profile = new() { Id = agent, DisplayName = agent.Value, Skills = [new() { Skill = "ja" }], Teams = _random.Next(2) == 0 ? ["returns"] : [], Capacity = 6, Phone = new("tel:+8131234567") },
        };

    private CommandInput Act(WorkItemSnapshot item)
    {
        var (agent, id) = (item.Agent, item.Conversation);
        return _random.Next(14) switch
        {
            10 => new TransferCommand { Agent = agent, Conversation = id, ToTeam = "returns" },
            11 => new TransferCommand { Agent = agent, Conversation = id, ToBot = new("bot"), Epoch = item.Epoch },
            12 => new TransferCommand { Agent = agent, Conversation = id, ToAgent = new("nobody"), ToQueue = _random.Next(2) == 0 ? new("nowhere") : default },
            13 => new TransferCommand { Agent = agent, Conversation = id, ToBot = _random.Next(2) == 0 ? new("no-bot") : default, ToTeam = _random.Next(2) == 0 ? "no-team" : null },
            0 => new NoteCommand { Agent = agent, Conversation = id, Text = "note" },
            1 => new TransferCommand { Agent = agent, Conversation = id, ToAgent = Any(Agents), Note = "please", Epoch = item.Epoch },
            2 => new TransferCommand { Agent = agent, Conversation = id, ToQueue = new("second") },
            3 => new EscalateCommand { Agent = agent, Conversation = id, Epoch = item.Epoch - 1 },
            4 => new ReleaseCommand { Agent = agent, Conversation = id },
            5 => new CloseCommand { Agent = agent, Conversation = id },
            _ => new ReplyCommand { Agent = agent, Conversation = id, Content = new TextContent(Said()) },
        };
    }

    private BotReply Reply()
    {
        BotAction[] actions =
        [
            new SayAction { Content = new TextContent("hello") },
            new SayAction { Content = new ChoiceContent { Text = "which?", Options = [new() { Id = "a", Label = "A" }, new() { Id = "b", Label = "B" }] }, Asks = "topic" },
            new CollectAction { Slot = "topic", Value = "a" },
            new VerifyAction { Identifier = Identifier.Email(Email()) },
            new HandOffAction { Reason = "asked-for-person", Summary = "wants a person", Intent = "return", Agent = Any(Agents), Team = "returns" },
            new HandOffAction { Reason = "not-understood", Queue = new("gone"), Team = "gone", Agent = new("gone") },
            new CloseAction(),
        ];
        return new() { Actions = [.. actions.Where(_ => _random.Next(3) == 0)], State = "memory" };
    }
}
