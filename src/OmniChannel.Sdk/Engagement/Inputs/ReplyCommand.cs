namespace OmniChannel.Engagement.Inputs;

/// <summary>An agent says something to the customer.</summary>
internal sealed record ReplyCommand : AgentCommand
{
    public required MessageContent Content { get; init; }

    public override IEnumerable<RowKey> Requires(WorkspaceState state) => RequiredRows.Reply(state, Conversation);

    protected override Decision Execute(Turn turn, ConversationState conversation, WorkItemSnapshot item)
    {
        var message = ReplyStep.Send(turn, conversation, Content, ParticipantKind.Agent, Agent.Value, MessagePurpose.Service);
        return message.IsEmpty ? Decision.No(AddressChoice.WhyNone(turn, turn.Current(conversation))) : Decision.Yes() with { Message = message, Conversation = conversation.Id };
    }
}
