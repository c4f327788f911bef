namespace OmniChannel.Engagement.Inputs;

/// <summary>An agent passes the conversation up.</summary>
internal sealed record EscalateCommand : AgentCommand
{
    protected override Decision Execute(Turn turn, ConversationState conversation, WorkItemSnapshot item)
    {
        WorkSteps.Move(turn, item, new()
        {
            Cause = WorkCause.Escalated,
            By = Agent,
            Queue = turn.State.Routing.EscalationOf(item),
            Raise = true,
            Afresh = true,
            SparesHolder = true,
        });
        return Decision.Yes() with { Conversation = conversation.Id };
    }
}
