namespace OmniChannel.Conversations;

/// <summary>An entry as an agent reads it.</summary>
public sealed record EntryView
{
    /// <summary><c>conversation:sequence</c>, unique.</summary>
    public required string Id { get; init; }

    /// <summary>When it happened.</summary>
    public required DateTimeOffset At { get; init; }

    /// <summary>What it is.</summary>
    public required EntryKind Kind { get; init; }

    /// <summary>Who did it.</summary>
    public required ParticipantKind Author { get; init; }

    /// <summary>The name of the agent or bot; null for others.</summary>
    public string? AuthorName { get; init; }

    /// <summary>The channel's name; null where none is involved.</summary>
    public string? Channel { get; init; }

    /// <summary>The channel's name for people; null where none is involved.</summary>
    public string? ChannelName { get; init; }

    /// <summary>The channel before a switch; null otherwise.</summary>
    public string? FromChannel { get; init; }

    /// <summary>What was said, as text; null where nothing was.</summary>
    public string? Text { get; init; }

    /// <summary>Labels of the options, for a closed question.</summary>
    public IReadOnlyList<string> Options { get; init; } = [];

    /// <summary>The reason in one sentence; null for none.</summary>
    public string? Reason { get; init; }

    /// <summary>The name of what was collected; null otherwise.</summary>
    public string? Slot { get; init; }

    /// <summary>Which word of its kind; empty for none.</summary>
    public string Detail { get; init; } = "";

    /// <summary>The step of a hand-off that it is; null for other entries.</summary>
    public HandOffStep? HandOff { get; init; }

    /// <summary>How far the message came, by its latest receipt; null for other entries.</summary>
    public DeliveryState? Delivery { get; init; }

    /// <summary>Why it came no further, in one sentence; null for nothing to say.</summary>
    public string? DeliveryReason { get; init; }

    /// <summary>The outbound message; null otherwise.</summary>
    public MessageId? Message { get; init; }

    /// <summary>True for what the customer never sees.</summary>
    public bool IsPrivate { get; init; }
}
