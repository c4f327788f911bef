namespace OmniChannel.Engagement.Inbound;

/// <summary>Presence and the states of calls.</summary>
internal static class SignalStep
{
    public static void Run(Turn turn, ChannelAccountId account, SignalReceived signal)
    {
        if (signal.Signal == SignalKind.Joined || signal.Signal == SignalKind.Left)
        {
            Presence(turn, account, signal);
        }
        else if (signal.Signal == SignalKind.CallStarted)
        {
            CallStep.Started(turn, account, signal);
        }
        else if (signal.SessionId is { } session)
        {
            Call(turn, session, signal.Signal);
        }
    }

    private static void Call(Turn turn, string session, SignalKind signal)
    {
        if (signal == SignalKind.CallPolled)
        {
            CallStep.Polled(turn, session);
        }
        else if (signal == SignalKind.CallConnected)
        {
            CallStep.Connected(turn, session);
        }
        else if (signal == SignalKind.CallUnanswered)
        {
            CallStep.Unanswered(turn, session);
        }
        else if (signal == SignalKind.CallEnded)
        {
            CallStep.Ended(turn, session);
        }
    }

    private static void Presence(Turn turn, ChannelAccountId account, SignalReceived signal)
    {
        var atom = turn.State.AtomOf(new() { Account = account, SenderId = signal.Sender });
        if (atom == 0)
        {
            return;
        }

        var joined = signal.Signal == SignalKind.Joined;
        var conversation = turn.State.ConversationsOf(turn.State.Identity.Resolve(atom)).FirstOrDefault(c => c.IsOpen);
        if (conversation is null || !conversation.Legs.Any(l => l.Account == account && l.Atom == atom && l.IsPresent != joined))
        {
            return;
        }

        turn.Entry(conversation, new()
        {
            Conversation = default,
            Sequence = 0,
            Time = signal.OccurredAt,
            Kind = EntryKind.Presence,
            Author = ParticipantKind.Customer,
            Channel = account,
            Atom = atom,
            Detail = joined ? "joined" : "left",
            Reason = Explanation.Of(joined ? "presence.joined" : "presence.left"),
        });
    }
}
