namespace OmniChannel.Conversations;

/// <summary>One entry of a conversation. The same shape for every channel; the channel is only an attribute.</summary>
public sealed record TimelineEntry
{
    /// <summary>The conversation it was written in; after a join that may be another than the one read.</summary>
    public required ConversationId Conversation { get; init; }

    /// <summary>Its place in that conversation's gap-free sequence, from 1.</summary>
    public required long Sequence { get; init; }

    /// <summary>When it happened, by the provider's clock; the timeline is ordered by this.</summary>
    public required DateTimeOffset At { get; init; }

    /// <summary>When the engine recorded it.</summary>
    public required DateTimeOffset RecordedAt { get; init; }

    /// <summary>What it is.</summary>
    public required EntryKind Kind { get; init; }

    /// <summary>Who did it.</summary>
    public ParticipantKind Author { get; init; }

    /// <summary>Which agent or bot did it; null for the customer and the system.</summary>
    public string? AuthorId { get; init; }

    /// <summary>The channel it came by or goes to; null where none is involved.</summary>
    public ChannelAccountId? Channel { get; init; }

    /// <summary>What was said; null where nothing was, or after an erasure.</summary>
    public MessageContent? Content { get; init; }

    /// <summary>The reason, as data; null where none is needed.</summary>
    public Explanation? Reason { get; init; }

    /// <summary>The outbound message it is, or speaks of; null otherwise.</summary>
    public MessageId? Message { get; init; }

    /// <summary>The provider's id of a customer's message; null where it has none.</summary>
    public string? ProviderMessageId { get; init; }

    /// <summary>How far that message came; null otherwise.</summary>
    public DeliveryState? Delivery { get; init; }

    /// <summary>The name of what was collected; null otherwise.</summary>
    public string? Slot { get; init; }

    /// <summary>Which word of its kind, such as <c>connected</c> for a call; empty for none.</summary>
    public string Detail { get; init; } = "";

    /// <summary>True for what a customer must never see.</summary>
    public bool IsPrivate => Kind is not (EntryKind.Message or EntryKind.Closed or EntryKind.LegStarted or EntryKind.Delivery or EntryKind.Assigned or EntryKind.Queued);

    /// <summary>True once a person's wish erased the content.</summary>
    public bool IsErased { get; init; }
}
