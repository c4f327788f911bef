namespace OmniChannel.Engagement.Outbound;

/// <summary>
/// The head of a recipient's line: checked once more at the moment that <c>Sending</c> is committed, then handed to the pump. One message per
/// recipient is under way at a time. What the recipient's consent is missing for is held, as long as a message may wait at all.
/// </summary>
internal static class DispatchStep
{
    public static void Run(Turn turn, long recipient)
    {
        if (turn.State.IsStopping || turn.State.IsSending(recipient))
        {
            return;
        }

        while (turn.State.FirstInLine(recipient) is { State: DeliveryState.Queued } message && !(message.Due > turn.Now))
        {
            if (turn.State.Identity.Atoms.Find(recipient) is { OptedOut: true })
            {
                OutcomeStep.Move(turn, message, DeliveryState.Held, "send.opted-out", message.QueuedAt + turn.Rules.SendLifetime);
                continue;
            }

            Start(turn, message);
            return;
        }
    }

    /// <summary>The recipient wants messages again: what was held for want of that goes in its order, what is too old by now does not.</summary>
    public static void Release(Turn turn, long recipient)
    {
        foreach (var held in turn.State.HeldFor(recipient))
        {
            if (OutcomeStep.IsTooOld(turn, held))
            {
                Expire(turn, held);
            }
            else
            {
                OutcomeStep.Move(turn, held, DeliveryState.Queued, "send.allowed-again");
            }
        }

        Run(turn, recipient);
    }

    /// <summary>Consent did not come back in time.</summary>
    public static void Expire(Turn turn, MessageState held) => OutcomeStep.Move(turn, held, DeliveryState.Failed, "send.held-too-long");

    private static void Start(Turn turn, MessageState message)
    {
        var attempt = message.Attempt + 1;
        turn.Emit(new MessageMoved
        {
            Message = message.Id,
            State = DeliveryState.Sending,
            Attempt = attempt,
            Tries = message.Tries + 1,
            Part = message.Part,
            Due = turn.Now + turn.Rules.SendTimeout + TimeSpan.FromSeconds(5),
        });
        turn.Starts.Add(new() { Message = message.Id, Attempt = attempt });
    }
}
