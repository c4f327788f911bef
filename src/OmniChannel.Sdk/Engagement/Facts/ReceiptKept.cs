namespace OmniChannel.Engagement.Facts;

/// <summary>A receipt came before the provider's answer to the call.</summary>
internal sealed record ReceiptKept : EngineFact
{
    public required MessageId Message { get; init; }

    public required EarlyReceipt Receipt { get; init; }
}
