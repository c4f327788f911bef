namespace OmniChannel.Engagement.Inputs;

/// <summary>Something is known that may change how urgent a conversation is. An input of its own, since it needs rows that the one before did not.</summary>
internal sealed record PrioritiseInput : EngineInput
{
    public required ConversationId Conversation { get; init; }

    public WorkCause Cause { get; init; } = WorkCause.Prioritised;

    public override string Kind => "priority";

    public override IEnumerable<RowKey> Requires(WorkspaceState state) => RequiredRows.Reply(state, Conversation);
}
