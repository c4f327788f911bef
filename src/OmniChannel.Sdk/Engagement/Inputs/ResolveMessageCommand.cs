namespace OmniChannel.Engagement.Inputs;

/// <summary>A person decides about a message of which nobody knows whether it was sent.</summary>
internal sealed record ResolveMessageCommand : CommandInput
{
    public required MessageId Message { get; init; }

    /// <summary>True to send it again; false to let it be.</summary>
    public required bool SendAgain { get; init; }

    /// <summary>The agent who decides, who must have the conversation; empty for the application.</summary>
    public AgentId Agent { get; init; }

    public override IEnumerable<RowKey> Requires(WorkspaceState state) => [new(StateTable.Messages, Message.Value), .. RequiredRows.MessageConversation(state, Message)];

    public override Decision Execute(Turn turn)
    {
        if (turn.State.Messages.Find(Message.Value) is not { State: DeliveryState.Unknown } message)
        {
            return Decision.No("message.not-unknown");
        }

        var whole = turn.State.Conversation(message.Conversation)?.Id ?? message.Conversation;
        if (!Agent.IsEmpty && !(turn.State.Routing.ItemOf(whole) is { Status: WorkStatus.Assigned } item && item.Agent == Agent))
        {
            return Decision.No("work.not-yours");
        }

        var reason = (SendAgain ? "send.again" : "send.taken-as-sent") + (Agent.IsEmpty ? "" : "-by");
        OutcomeStep.Move(turn, message, SendAgain ? DeliveryState.Queued : DeliveryState.Sent, reason, by: Agent.Value);
        DispatchStep.Run(turn, message.Recipient);
        return Decision.Yes() with { Message = Message, Conversation = message.Conversation };
    }
}
