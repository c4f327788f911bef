namespace OmniChannel.Engagement.Outbound;

/// <summary>
/// What a provider call's outcome means: sent; certainly not and again later; perhaps, and then only again where the provider takes a key;
/// or never.
/// </summary>
internal static class OutcomeStep
{
    private const string Restarted = "send.restarted";

    public static void Run(Turn turn, SendResultInput input)
    {
        if (turn.State.Messages.Find(input.Message.Value) is not { State: DeliveryState.Sending or DeliveryState.Unknown } message
            || message.Attempt != input.Attempt)
        {
            return;
        }

        if (input.Result.Error is not { } error)
        {
            Sent(turn, message, input.Result);
        }
        else if (message.State == DeliveryState.Sending || error.Kind != SendErrorKind.Ambiguous)
        {
            Failed(turn, message, error); // An answer that came late, when its message was unknown already, still says what became of it.
        }

        DispatchStep.Run(turn, message.Recipient);
    }

    /// <summary>A state's time ran out: a retry is due, a call never came back, an unknown one no longer blocks, a held one was held for too long.</summary>
    public static void Due(Turn turn, MessageId id)
    {
        if (turn.State.Messages.Find(id.Value) is not { } message)
        {
            return;
        }

        switch (message.State)
        {
            case DeliveryState.Sending:
                Ambiguous(turn, message, message.Reason == Restarted ? Restarted : "send.no-answer");
                break;
            case DeliveryState.Unknown:
                turn.Emit(Moved(message) with { StoodAside = true, Due = null });
                break;
            case DeliveryState.Queued:
                turn.Emit(Moved(message) with { Due = null });
                break;
            case DeliveryState.Held:
                DispatchStep.Expire(turn, message);
                break;
        }

        DispatchStep.Run(turn, message.Recipient);
    }

    /// <summary>
    /// Messages that were on their way when the process stopped: perhaps sent. They are due at once, each as an input of its own, since an input
    /// appends to one conversation and every one of them says what became of its message.
    /// </summary>
    public static void Recover(Turn turn)
    {
        foreach (var message in turn.State.Messages.Values.Where(m => m.State == DeliveryState.Sending).OrderBy(m => m.Order).ToList())
        {
            turn.Emit(Moved(message) with { Due = turn.Now, Reason = Restarted });
        }

        foreach (var recipient in turn.State.Messages.Values.Where(m => m.State == DeliveryState.Queued).Select(m => m.Recipient).Distinct().Order().ToList())
        {
            DispatchStep.Run(turn, recipient);
        }
    }

    /// <summary>Moves a message and says so in its conversation.</summary>
    public static void Move(Turn turn, MessageState message, DeliveryState state, string reason, DateTimeOffset? due = null, string? by = null)
    {
        turn.Emit(Moved(message) with { State = state, Reason = reason, Due = due, StoodAside = false });
        if (turn.State.Conversation(message.Conversation) is not { } conversation || !turn.Appends(conversation))
        {
            return;
        }

        turn.Entry(conversation, new()
        {
            Conversation = default,
            Sequence = 0,
            Time = turn.Now,
            Kind = EntryKind.Delivery,
            Channel = message.To.Account,
            Atom = message.Recipient,
            Message = message.Id,
            Delivery = state,
            Reason = reason.Length == 0 ? null : Explanation.Of(reason, ("channel", message.To.Account.Channel.Value), ("seconds", Seconds(turn, due)), ("by", by ?? "")),
        });
    }

    private static string Seconds(Turn turn, DateTimeOffset? due) =>
        due is { } at ? Math.Ceiling((at - turn.Now).TotalSeconds).ToString(System.Globalization.CultureInfo.InvariantCulture) : "";

    private static void Sent(Turn turn, MessageState message, SendResult result)
    {
        foreach (var id in result.ProviderMessageIds)
        {
            ProviderIds.Remember(turn, message.To.Account, id, message.Conversation, message.Id);
        }

        var next = message.Part + Math.Max(1, turn.Rules.Capabilities(message.To.Account).PartsPerCall);
        if (next < message.Contents.Length)
        {
            // Back to the head of the line: whether it may go on is asked before each part.
            turn.Emit(Moved(message) with { State = DeliveryState.Queued, Part = next, Tries = 0, Due = null, StoodAside = false });
        }
        else
        {
            Move(turn, message, DeliveryState.Sent, "");
            ReceiptStep.CatchUp(turn, message);
        }
    }

    private static void Failed(Turn turn, MessageState message, SendError error)
    {
        switch (error.Kind)
        {
            case SendErrorKind.Transient or SendErrorKind.Throttled or SendErrorKind.Credentials:
                Again(turn, message, error);
                break;
            case SendErrorKind.Ambiguous:
                Ambiguous(turn, message, "send.ambiguous");
                break;
            case SendErrorKind.OptedOut:
                turn.Emit(new ConsentRecorded { Atom = message.Recipient, OptedOut = true });
                Move(turn, message, DeliveryState.Failed, "send.opted-out");
                break;
            default:
                Move(turn, message, DeliveryState.Failed, "send." + ReceiptStep.Name(error.Kind));
                break;
        }
    }

    private static void Again(Turn turn, MessageState message, SendError error)
    {
        if (IsTooOld(turn, message))
        {
            Move(turn, message, DeliveryState.Failed, "send.gave-up");
            return;
        }

        var wait = Backoff.After(message.Tries, message.Id.Value);
        var due = turn.Now + (error.RetryAfter > wait || (error.RetryAfter is not null && error.Kind == SendErrorKind.Throttled) ? error.RetryAfter.Value : wait);
        Move(turn, message, DeliveryState.Queued, "send." + ReceiptStep.Name(error.Kind), due);
    }

    public static bool IsTooOld(Turn turn, MessageState message) => turn.Now - message.QueuedAt >= turn.Rules.SendLifetime;

    private static void Ambiguous(Turn turn, MessageState message, string reason)
    {
        if (ReceiptStep.ProveTaken(turn, message))
        {
            Sent(turn, message, SendResult.Sent());
            return;
        }

        var again = turn.Rules.Capabilities(message.To.Account).AcceptsIdempotencyKey && !IsTooOld(turn, message);
        var due = turn.Now + (again ? Backoff.After(message.Tries, message.Id.Value) : turn.Rules.UnknownBlocks);
        Move(turn, message, again ? DeliveryState.Queued : DeliveryState.Unknown, reason, due);
    }

    private static MessageMoved Moved(MessageState message) => new()
    {
        Message = message.Id,
        State = message.State,
        Attempt = message.Attempt,
        Tries = message.Tries,
        Part = message.Part,
        Due = message.Due,
        Reason = message.Reason,
        StoodAside = message.StoodAside,
    };
}
