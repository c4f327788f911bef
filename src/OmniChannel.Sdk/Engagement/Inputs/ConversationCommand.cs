namespace OmniChannel.Engagement.Inputs;

/// <summary>A command on one conversation.</summary>
internal abstract record ConversationCommand : CommandInput
{
    public required ConversationId Conversation { get; init; }

    public override IEnumerable<RowKey> Requires(WorkspaceState state)
    {
        yield return new(StateTable.Conversations, Conversation.Value);
        if (state.Conversations.Find(Conversation.Value) is { JoinedInto: { IsEmpty: false } into })
        {
            yield return new(StateTable.Conversations, into.Value);
        }
    }
}
