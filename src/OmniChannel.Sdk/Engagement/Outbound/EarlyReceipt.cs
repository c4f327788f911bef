namespace OmniChannel.Engagement.Outbound;

/// <summary>A receipt of a call that is still under way: it counts once the answer says that the id is of this message.</summary>
internal sealed record EarlyReceipt
{
    /// <summary>The provider's id, hashed: first half.</summary>
    public required long Key { get; init; }

    /// <summary>Second half.</summary>
    public required long Check { get; init; }

    public required ReceiptKind Receipt { get; init; }

    /// <summary>Why it failed; null unless it did.</summary>
    public SendErrorKind? Error { get; init; }
}
