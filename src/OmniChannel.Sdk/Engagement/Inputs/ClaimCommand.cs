namespace OmniChannel.Engagement.Inputs;

/// <summary>An agent takes a conversation that waits. A call is connected to them.</summary>
internal sealed record ClaimCommand : ConversationCommand
{
    public required AgentId Agent { get; init; }

    public override Decision Execute(Turn turn)
    {
        if (turn.State.Conversation(Conversation) is not { } conversation)
        {
            return Decision.No("conversation.unknown");
        }

        if (turn.State.Routing.ItemOf(conversation.Id) is not { Status: WorkStatus.Waiting } item)
        {
            return Decision.No("work.does-not-wait");
        }

        if (turn.State.Routing.Agent(Agent) is { Profile.TakesFrom: { } from } && !from.Contains(item.Queue))
        {
            return Decision.No("work.not-allowed", ("queue", item.Queue.Value));
        }

        return turn.Route(default, (routing, at) => routing.Claim(at, item, Agent)) == RoutingOutcome.Done
            ? Decision.Yes() with { Conversation = conversation.Id }
            : Decision.No("work.no-room");
    }
}
