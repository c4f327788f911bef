namespace OmniChannel.Engagement.Inputs;

/// <summary>A conversation is another customer's now than the one it is part of, and stands alone again.</summary>
internal sealed record PartInput : HistoryInput
{
    public required ConversationId Conversation { get; init; }

    public override string Kind => "part";

    public override IReadOnlyCollection<ConversationId> Histories(WorkspaceState state) =>
        state.Conversation(Conversation) is { } whole ? [whole.Id, .. whole.Joined] : [];
}
