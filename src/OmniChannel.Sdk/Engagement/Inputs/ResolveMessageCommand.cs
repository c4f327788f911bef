namespace OmniChannel.Engagement.Inputs;

/// <summary>A person decides about a message of which nobody knows whether it was sent.</summary>
internal sealed record ResolveMessageCommand : CommandInput
{
    public required MessageId Message { get; init; }

    /// <summary>True to send it again; false to let it be.</summary>
    public required bool SendAgain { get; init; }

    public override IEnumerable<RowKey> Requires(WorkspaceState state)
    {
        yield return new(StateTable.Messages, Message.Value);
        if (state.Messages.Find(Message.Value) is { } message)
        {
            yield return new(StateTable.Conversations, message.Conversation.Value);
        }
    }

    public override Decision Execute(Turn turn)
    {
        if (turn.State.Messages.Find(Message.Value) is not { State: DeliveryState.Unknown } message)
        {
            return Decision.No("message.not-unknown");
        }

        OutcomeStep.Move(turn, message, SendAgain ? DeliveryState.Queued : DeliveryState.Sent, SendAgain ? "send.again" : "send.taken-as-sent");
        DispatchStep.Run(turn, message.Recipient);
        return Decision.Yes() with { Message = Message, Conversation = message.Conversation };
    }
}
