namespace OmniChannel.Engagement.Inputs;

/// <summary>A conversation was parted from another, which is now what it is without it. An input of its own: it is another customer's.</summary>
internal sealed record RestoreInput : HistoryInput
{
    public required ConversationId Conversation { get; init; }

    public required ConversationId Parted { get; init; }

    public override string Kind => "restore";

    public override IReadOnlyCollection<ConversationId> Histories(WorkspaceState state) =>
        state.Row(Conversation) is { } whole && state.Row(Parted) is { } parted ? [whole.Id, .. whole.Joined, parted.Id, .. parted.Joined] : [];
}
