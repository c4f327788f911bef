namespace OmniChannel.Engagement.Inbound;

/// <summary>Delivery receipts: each moves its message forward, never back, whatever the order they come in.</summary>
internal static class ReceiptStep
{
    public static void Run(Turn turn, ChannelAccountId account, DeliveryReceiptReceived receipt)
    {
        if (receipt.ProviderMessageId is { } id
            && ProviderIds.Find(turn.State, account, id) is { Message.IsEmpty: false } known
            && turn.State.Messages.Find(known.Message.Value) is { } message
            && IsFromRecipient(turn, message, receipt))
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
        if (receipt.Error?.Kind == SendErrorKind.OptedOut && turn.State.Identity.Atoms.Find(message.Recipient) is { OptedOut: false })
        {
            turn.Emit(new ConsentRecorded { Atom = message.Recipient, OptedOut = true });
        }

        // A receipt of one part must not end a message whose other parts are still to go.
        if (Rank(state) <= Rank(message.State) || message.State is DeliveryState.Queued or DeliveryState.Sending)
        {
            return;
        }

        OutcomeStep.Move(turn, message, state, receipt.Error is { } error ? "send." + Name(error.Kind) : "");
        DispatchStep.Run(turn, message.Recipient);
    }

    /// <summary>A browser acknowledges in its own name only; a provider speaks for everybody.</summary>
    private static bool IsFromRecipient(Turn turn, MessageState message, DeliveryReceiptReceived receipt) =>
        turn.Rules.Capabilities(message.To.Account).Delivery != DeliveryMode.Stream || message.To.SenderId == receipt.Sender;

    /// <summary>Failed is final whenever it comes, so that the order of receipts does not matter.</summary>
    private static int Rank(DeliveryState state) => state switch
    {
        DeliveryState.Failed or DeliveryState.Held => 5,
        DeliveryState.Read => 4,
        DeliveryState.Delivered => 3,
        DeliveryState.Sent => 2,
        _ => 1,
    };

    internal static string Name(SendErrorKind kind) => kind switch
    {
        SendErrorKind.OptedOut => "opted-out",
        SendErrorKind.WindowClosed => "window-closed",
        SendErrorKind.ContentRefused => "content-refused",
        _ => kind.ToString().ToLowerInvariant(),
    };
}
