using System.Text.Json.Serialization;

namespace OmniChannel.Engagement.Outbound;

/// <summary>An outbound message that is not final yet.</summary>
internal sealed record MessageState
{
    public required MessageId Id { get; init; }

    public required ConversationId Conversation { get; init; }

    /// <summary>Its entry in the conversation; 0 for a message of no conversation.</summary>
    public long Entry { get; init; }

    public required ChannelAddress To { get; init; }

    /// <summary>The recipient's atom: the key of the queue it stands in.</summary>
    public required long Recipient { get; init; }

    /// <summary>Its place in that queue.</summary>
    public required long Order { get; init; }

    public required DateTimeOffset QueuedAt { get; init; }

    public required ImmutableArray<MessageContent> Contents { get; init; }

    /// <summary>Index of the first content of the call under way, where one call does not carry all.</summary>
    public int Part { get; init; }

    public MessagePurpose Purpose { get; init; }

    public MessageThread? Thread { get; init; }

    public ReplyHandle? ReplyHandle { get; init; }

    public Locale Locale { get; init; }

    /// <summary>No person wrote it.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingDefault)]
    public bool IsAutomatic { get; init; }

    public DeliveryState State { get; init; }

    /// <summary>Number of the newest call: results of older ones are ignored.</summary>
    public int Attempt { get; init; }

    /// <summary>Calls for the part under way.</summary>
    public int Tries { get; init; }

    /// <summary>When the state needs attention: a retry, the end of a call's time, of blocking, of being held. Null for never.</summary>
    public DateTimeOffset? Due { get; init; }

    public string Reason { get; init; } = "";

    /// <summary>Receipts that came before the provider's answer told us its id.</summary>
    public ImmutableArray<EarlyReceipt> Early { get; init; } = [];

    /// <summary>Unknown no longer blocks those behind it.</summary>
    public bool StoodAside { get; init; }

    /// <summary>Stands in the recipient's queue; what is held keeps its place there.</summary>
    [JsonIgnore]
    public bool IsInLine => State is DeliveryState.Queued or DeliveryState.Sending or DeliveryState.Held || (State == DeliveryState.Unknown && !StoodAside);
}
