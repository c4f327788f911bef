namespace OmniChannel.Engagement.Inputs;

/// <summary>A command on one conversation.</summary>
internal abstract record ConversationCommand : CommandInput
{
    public required ConversationId Conversation { get; init; }

    public override IEnumerable<RowKey> Requires(WorkspaceState state) => RequiredRows.Conversation(state, Conversation);
}
