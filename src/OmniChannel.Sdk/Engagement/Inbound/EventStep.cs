namespace OmniChannel.Engagement.Inbound;

/// <summary>The way of a channel event: each kind to its step.</summary>
internal static class EventStep
{
    public static void Run(Turn turn, ChannelInput input)
    {
        switch (input.Event)
        {
            case MessageReceived message:
                if (input.ExpectsInstructions && message.SessionId is { } session)
                {
                    CallStep.Asking(turn, session, isSpoken: true);
                    message = CallStep.FromCaller(turn, session, message);
                }

                var conversation = MessageStep.Run(turn, input.Account, message);
                CallStep.KeepWaiting(turn, turn.Current(conversation));
                break;
            case SignalReceived signal:
                SignalStep.Run(turn, input.Account, signal);
                break;
            case DeliveryReceiptReceived receipt:
                ReceiptStep.Run(turn, input.Account, receipt);
                break;
            case ConsentChanged consent:
                Consent(turn, input.Account, consent);
                break;
            case AddressChanged { NewSender: null } gone:
                Consent(turn, input.Account, gone, false, "unreachable");
                break;
            case AddressChanged { NewSender: { } next } moved:
                Moved(turn, input.Account, moved, next);
                break;
            case UnknownEvent unknown:
                Unknown(turn, input.Account, unknown);
                break;
        }
    }

    private static void Consent(Turn turn, ChannelAccountId account, ConsentChanged consent) => Consent(turn, account, consent, consent.Granted, consent.Granted ? "granted" : "withdrawn");

    private static void Consent(Turn turn, ChannelAccountId account, ChannelEvent e, bool granted, string change)
    {
        var atom = RecognitionStep.Run(turn, new() { Account = account, SenderId = e.Sender }, e.Evidence, e.OccurredAt);
        if (turn.State.Identity.Atoms.Get(atom).OptedOut == !granted)
        {
            return; // Nothing new: most providers repeat themselves.
        }

        turn.Emit(new ConsentRecorded { Atom = atom, OptedOut = !granted });
        var conversation = turn.State.ConversationsOf(turn.State.Identity.Resolve(atom)).FirstOrDefault(c => c.IsOpen);
        if (conversation is not null)
        {
            turn.Entry(conversation, new()
            {
                Conversation = default,
                Sequence = 0,
                Time = e.OccurredAt,
                Kind = EntryKind.Consent,
                Author = e is ConsentChanged ? ParticipantKind.Customer : ParticipantKind.System,
                Channel = account,
                Detail = change,
                Reason = Explanation.Of("consent." + change),
            });
        }

        if (granted)
        {
            DispatchStep.Release(turn, atom);
        }
    }

    /// <summary>The provider says that a person has a new address: it is tied to the old one as the provider observed it.</summary>
    private static void Moved(Turn turn, ChannelAccountId account, AddressChanged moved, string next)
    {
        var old = new ChannelAddress { Account = account, SenderId = moved.Sender };
        var evidence = new IdentifierEvidence { Identifier = Identifier.Address(old), Assurance = Assurance.Observed, Source = "address-changed" };
        RecognitionStep.Run(turn, old, moved.Evidence, moved.OccurredAt);
        RecognitionStep.Run(turn, new() { Account = account, SenderId = next }, [evidence], moved.OccurredAt);
    }

    private static void Unknown(Turn turn, ChannelAccountId account, UnknownEvent unknown)
    {
        var conversation = turn.State.AtomOf(new() { Account = account, SenderId = unknown.Sender }) is not 0 and var atom
            ? turn.State.ConversationsOf(turn.State.Identity.Resolve(atom)).FirstOrDefault(c => c.IsOpen)
            : null;
        var payload = new Payload { Contents = [new NativeContent { Type = unknown.Reason, Data = unknown.Raw }], SenderId = unknown.Sender };
        if (conversation is null)
        {
            turn.Emit(new InputPoisoned { Reason = "unknown-event" }, payload);
            return;
        }

        turn.Entry(
            conversation,
            new() { Conversation = default, Sequence = 0, Time = unknown.OccurredAt, Kind = EntryKind.Unreadable, Channel = account, Reason = Explanation.Of("event.unknown") },
            payload);
    }
}
