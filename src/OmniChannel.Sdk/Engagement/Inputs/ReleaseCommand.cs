namespace OmniChannel.Engagement.Inputs;

/// <summary>An agent gives the conversation back to its queue.</summary>
internal sealed record ReleaseCommand : AgentCommand
{
    protected override Decision Execute(Turn turn, ConversationState conversation, WorkItemSnapshot item)
    {
        WorkSteps.Move(turn, item, new() { Cause = WorkCause.Released, By = Agent, Team = item.Team, Afresh = true, SparesHolder = true });
        return Decision.Yes() with { Conversation = conversation.Id };
    }
}
