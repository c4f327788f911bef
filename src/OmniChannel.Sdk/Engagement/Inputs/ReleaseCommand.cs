namespace OmniChannel.Engagement.Inputs;

/// <summary>An agent gives the conversation back to its queue.</summary>
internal sealed record ReleaseCommand : AgentCommand
{
    protected override Decision Execute(Turn turn, ConversationState conversation, WorkItemSnapshot item)
    {
        turn.Route((core, facts) =>
        {
            var cooldown = new Cooldown { Agent = Agent, Until = turn.Now + core.Queues[item.Queue].DeclineCooldown };
            core.Requeue(item with { QueuedAt = turn.Now, Cooldowns = [cooldown] }, WorkCause.Released, Agent, facts);
            return true;
        });
        return Decision.Yes() with { Conversation = conversation.Id };
    }
}
