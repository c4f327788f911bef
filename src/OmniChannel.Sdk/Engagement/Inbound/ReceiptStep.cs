namespace OmniChannel.Engagement.Inbound;

/// <summary>Delivery receipts: each moves its message forward, never back, whatever the order they come in.</summary>
internal static class ReceiptStep
{
    public static void Run(Turn turn, ChannelAccountId account, DeliveryReceiptReceived receipt)
    {
        if (receipt.ProviderMessageId is { } id
            && ProviderIds.Find(turn.State, account, id) is { Message.IsEmpty: false } known
            && turn.State.Messages.Find(known.Message.Value) is { } message)
        {
            Move(turn, message, receipt);
        }
    }

    private static void Move(Turn turn, MessageState message, DeliveryReceiptReceived receipt)
    {
        var state = receipt.Receipt switch
        {
            ReceiptKind.Delivered => DeliveryState.Delivered,
            ReceiptKind.Read => DeliveryState.Read,
            ReceiptKind.Failed => DeliveryState.Failed,
            _ => DeliveryState.Sent,
        };
        var reached = message.State is DeliveryState.Delivered or DeliveryState.Read;
        var moves = state == DeliveryState.Failed ? !reached && message.State != DeliveryState.Failed : message.State != DeliveryState.Failed && state > message.State;
        if (!moves)
        {
            return;
        }

        OutcomeStep.Move(turn, message, state, receipt.Error is { } error ? "send." + Name(error.Kind) : "");
        if (receipt.Error?.Kind == SendErrorKind.OptedOut)
        {
            turn.Emit(new ConsentRecorded { Atom = message.Recipient, OptedOut = true });
        }

        DispatchStep.Run(turn, message.Recipient);
    }

    internal static string Name(SendErrorKind kind) => kind switch
    {
        SendErrorKind.OptedOut => "opted-out",
        SendErrorKind.WindowClosed => "window-closed",
        SendErrorKind.ContentRefused => "content-refused",
        _ => kind.ToString().ToLowerInvariant(),
    };
}
