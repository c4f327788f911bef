namespace OmniChannel.Engagement.Inputs;

/// <summary>An agent passes the conversation up.</summary>
internal sealed record EscalateCommand : AgentCommand
{
    protected override Decision Execute(Turn turn, ConversationState conversation, WorkItemSnapshot item)
    {
        turn.Route((core, facts) =>
        {
            var cooldown = new Cooldown { Agent = Agent, Until = turn.Now + core.Queues[item.Queue].DeclineCooldown };
            core.Requeue(core.Escalated(item) with { QueuedAt = turn.Now, Cooldowns = [cooldown] }, WorkCause.Escalated, Agent, facts);
            return true;
        });
        return Decision.Yes() with { Conversation = conversation.Id };
    }
}
