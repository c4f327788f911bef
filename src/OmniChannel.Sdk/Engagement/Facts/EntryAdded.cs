namespace OmniChannel.Engagement.Facts;

/// <summary>An entry of a conversation: what the timeline shows, and what folds into its state.</summary>
internal sealed record EntryAdded : EngineFact
{
    public required ConversationId Conversation { get; init; }

    public required long Sequence { get; init; }

    /// <summary>When it happened by the provider's clock.</summary>
    public required DateTimeOffset Time { get; init; }

    public required EntryKind Kind { get; init; }

    public ParticipantKind Author { get; init; }

    public string? AuthorId { get; init; }

    public ChannelAccountId? Channel { get; init; }

    public long Atom { get; init; }

    public Explanation? Reason { get; init; }

    public MessageId? Message { get; init; }

    public DeliveryState? Delivery { get; init; }

    public string? Slot { get; init; }

    public string Detail { get; init; } = "";
}
