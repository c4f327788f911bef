namespace OmniChannel.Channels;

/// <summary>What the provider says of a message of ours.</summary>
public sealed record DeliveryReceiptReceived : ChannelEvent
{
    /// <summary>How far it came.</summary>
    public required ReceiptKind Receipt { get; init; }

    /// <summary>The provider's id of the message; null when <see cref="Watermark"/> is set.</summary>
    public string? ProviderMessageId { get; init; }

    /// <summary>Everything sent to this person up to this time; null for a receipt of one message.</summary>
    public DateTimeOffset? Watermark { get; init; }

    /// <summary>Why it failed, classified; null unless it did.</summary>
    public SendError? Error { get; init; }
}
