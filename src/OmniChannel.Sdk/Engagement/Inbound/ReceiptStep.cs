namespace OmniChannel.Engagement.Inbound;

/// <summary>Delivery receipts: each moves its message forward, never back, whatever the order they come in.</summary>
internal static class ReceiptStep
{
    private const int MostEarly = 8;

    public static void Run(Turn turn, ChannelAccountId account, DeliveryReceiptReceived receipt)
    {
        if (receipt.ProviderMessageId is not { } id)
        {
            return;
        }

        if (ProviderIds.Find(turn.State, account, id) is not { } known)
        {
            Early(turn, account, receipt, id);
        }
        else if (!known.Message.IsEmpty && turn.State.Messages.Find(known.Message.Value) is { } message && IsFromRecipient(turn, message, receipt))
        {
            MoveOrKeep(turn, message, account, receipt, id);
        }
    }

    /// <summary>After the provider's answer: receipts that were faster than it.</summary>
    public static void CatchUp(Turn turn, MessageState sent)
    {
        foreach (var early in sent.Early)
        {
            if (turn.State.ProviderIds.Find(early.Key) is { } known && known.Check == early.Check && known.Message == sent.Id)
            {
                Move(turn, turn.State.Messages.Get(sent.Id.Value), early.Receipt, early.Error);
            }
        }
    }

    /// <summary>
    /// Whether receipts say that a call was taken whose answer never came: those whose id nobody told us are of that call. Their ids are known from here on.
    /// </summary>
    public static bool ProveTaken(Turn turn, MessageState message)
    {
        var unknown = message.Early.Where(e => turn.State.ProviderIds.Find(e.Key) is null).ToList();
        foreach (var receipt in unknown)
        {
            turn.Emit(new ProviderIdKnown { Key = receipt.Key, Check = receipt.Check, Conversation = message.Conversation, Message = message.Id });
        }

        return unknown.Count > 0;
    }

    /// <summary>
    /// A receipt whose id nobody told us yet. One call to a recipient is under way at a time, so it is of that one: kept until the answer comes,
    /// or, where that never came, the word that the message was taken. Where the channel names its messages itself, no other id will do.
    /// </summary>
    private static void Early(Turn turn, ChannelAccountId account, DeliveryReceiptReceived receipt, string id)
    {
        if (receipt.Sender.Length == 0
            || turn.State.FirstInLine(turn.State.AtomOf(new() { Account = account, SenderId = receipt.Sender })) is not { } message
            || message.To.Account != account
            || (turn.Rules.IdOf(OutboundCall.Of(message, turn.Rules)) is { } own && own != id))
        {
            return;
        }

        if (message.State == DeliveryState.Unknown)
        {
            ProviderIds.Remember(turn, account, id, message.Conversation, message.Id);
            Move(turn, message, receipt.Receipt, receipt.Error?.Kind);
        }
        else if (message.State == DeliveryState.Sending)
        {
            Keep(turn, message, account, receipt, id);
        }
    }

    /// <summary>A receipt of one part must not end a message whose other parts are still to go: it counts when the last one is sent.</summary>
    private static void MoveOrKeep(Turn turn, MessageState message, ChannelAccountId account, DeliveryReceiptReceived receipt, string id)
    {
        if (message.State is DeliveryState.Queued or DeliveryState.Sending)
        {
            Keep(turn, message, account, receipt, id);
        }
        else
        {
            Move(turn, message, receipt.Receipt, receipt.Error?.Kind);
        }
    }

    private static void Keep(Turn turn, MessageState message, ChannelAccountId account, DeliveryReceiptReceived receipt, string id)
    {
        if (message.Early.Length < MostEarly)
        {
            var key = ProviderIds.KeyOf(turn.State, account, id);
            turn.Emit(new ReceiptKept { Message = message.Id, Receipt = new() { Key = key.High, Check = key.Low, Receipt = receipt.Receipt, Error = receipt.Error?.Kind } });
        }
    }

    private static void Move(Turn turn, MessageState message, ReceiptKind receipt, SendErrorKind? error)
    {
        var state = receipt switch
        {
            ReceiptKind.Delivered => DeliveryState.Delivered,
            ReceiptKind.Read => DeliveryState.Read,
            ReceiptKind.Failed => DeliveryState.Failed,
            _ => DeliveryState.Sent,
        };
        if (error == SendErrorKind.OptedOut && turn.State.Identity.Atoms.Find(message.Recipient) is { OptedOut: false })
        {
            turn.Emit(new ConsentRecorded { Atom = message.Recipient, OptedOut = true });
        }

        if (Rank(state) <= Rank(message.State))
        {
            return;
        }

        OutcomeStep.Move(turn, message, state, error is { } kind ? "send." + Name(kind) : "");
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
