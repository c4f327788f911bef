using OmniChannel.Channels;
using OmniChannel.Conversations;

namespace OmniChannel.Testing.Channels;

/// <summary>
/// The rule by which receipts move a message's state, as the kit holds it: forward only, and failed is final, so that the order of
/// arrival does not matter.
/// </summary>
public static class ReceiptRule
{
    /// <summary>The state after one more receipt.</summary>
    public static DeliveryState Next(DeliveryState state, ReceiptKind receipt)
    {
        var told = receipt switch
        {
            ReceiptKind.Accepted or ReceiptKind.Sent => DeliveryState.Sent,
            ReceiptKind.Delivered => DeliveryState.Delivered,
            ReceiptKind.Read => DeliveryState.Read,
            ReceiptKind.Failed => DeliveryState.Failed,
            _ => throw new ArgumentOutOfRangeException(nameof(receipt)),
        };
        return Rank(told) > Rank(state) ? told : state;
    }

    /// <summary>The state after all of them, from <see cref="DeliveryState.Sending"/>.</summary>
    public static DeliveryState Fold(IEnumerable<ReceiptKind> receipts) => receipts.Aggregate(DeliveryState.Sending, Next);

    private static int Rank(DeliveryState state) => state switch
    {
        DeliveryState.Queued => 0,
        DeliveryState.Sending => 1,
        DeliveryState.Unknown => 2,
        DeliveryState.Sent => 3,
        DeliveryState.Delivered => 4,
        DeliveryState.Read => 5,
        DeliveryState.Failed or DeliveryState.Held => 6,
        _ => throw new ArgumentOutOfRangeException(nameof(state)),
    };
}
