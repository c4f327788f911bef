namespace OmniChannel.Engagement.Inputs;

/// <summary>An agent closes the conversation.</summary>
internal sealed record CloseCommand : AgentCommand
{
    protected override Decision Execute(Turn turn, ConversationState conversation, WorkItemSnapshot item)
    {
        WorkSteps.Close(turn, conversation, ParticipantKind.Agent, Agent.Value);
        return Decision.Yes() with { Conversation = conversation.Id };
    }
}
