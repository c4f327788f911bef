namespace OmniChannel.Engagement.Inputs;

/// <summary>A command of an agent on a conversation that they hold, with the epoch they saw.</summary>
internal abstract record AgentCommand : ConversationCommand
{
    public required AgentId Agent { get; init; }

    /// <summary>The assignment epoch that the agent saw; null to act on whatever is held now.</summary>
    public long? Epoch { get; init; }

    public override Decision Execute(Turn turn)
    {
        if (turn.State.Conversation(Conversation) is not { } conversation)
        {
            return Decision.No("conversation.unknown");
        }

        var item = turn.State.Routing.ItemOf(conversation.Id);
        if (item is not { Status: WorkStatus.Assigned } || item.Agent != Agent)
        {
            return Decision.No("work.not-yours");
        }

        return Epoch is { } epoch && epoch != item.Epoch ? Decision.No("work.stale-epoch") : Execute(turn, conversation, item);
    }

    protected abstract Decision Execute(Turn turn, ConversationState conversation, WorkItemSnapshot item);
}
