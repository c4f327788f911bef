namespace OmniChannel.Engagement.Inbound;

/// <summary>Calls: they ring where the conversation is, wait in the queue, are connected to the agent who accepts, and end.</summary>
internal static class CallStep
{
    /// <summary>A caller who waits comes back to ask within a minute; one who did not for so long has gone without a word.</summary>
    private static readonly TimeSpan LongestBetweenPolls = TimeSpan.FromMinutes(2);

    /// <summary>How often a bot's caller is asked once more before people take over.</summary>
    private const int MostSilences = 2;

    public static void Started(Turn turn, ChannelAccountId account, SignalReceived signal)
    {
        var address = new ChannelAddress { Account = account, SenderId = signal.Sender };
        var isBeside = IsInAnotherCall(turn, address, signal);
        address = isBeside ? address with { SenderId = "call:" + signal.SessionId } : address;
        var atom = RecognitionStep.Run(turn, address, isBeside ? [] : signal.Evidence, signal.OccurredAt);
        var conversation = ConversationStep.Find(turn, atom, null);
        conversation = ConversationStep.Leg(turn, conversation, address, atom, signal.OccurredAt);
        Note(turn, conversation, account, "started", isBeside ? "call.started-beside" : "call.started");
        turn.Emit(new CallChanged
        {
            Conversation = conversation.Id,
            Call = new()
            {
                SessionId = signal.SessionId ?? "",
                Account = account,
                StartedAt = turn.Now,
                IsAsking = true,
                AskedAt = turn.Now,
                Sender = isBeside ? address.SenderId : null,
            },
        });
        Answer(turn, turn.Current(conversation));
    }

    /// <summary>Has a call answered by whoever has the conversation: the bot, or people.</summary>
    public static void Answer(Turn turn, ConversationState conversation)
    {
        var isNew = turn.State.Routing.ItemOf(conversation.Id) is null;
        if (conversation.Bot is not null)
        {
            BotStep.Cue(turn, conversation, new() { Trigger = BotTrigger.Started });
        }
        else if (isNew && !turn.Rules.DefaultBot.IsEmpty && conversation.FirstResponseAt is null)
        {
            BotStep.Start(turn, conversation, turn.Rules.DefaultBot, turn.Rules.DefaultQueue);
        }
        else
        {
            WorkSteps.Ring(turn, conversation);
            KeepWaiting(turn, turn.Current(conversation));
        }
    }

    /// <summary>Marks that the provider's request waits, before a spoken answer is taken in.</summary>
    public static void Asking(Turn turn, string sessionId, bool isSpoken = false)
    {
        if (turn.State.ByCall(sessionId) is { Call: { } call } conversation)
        {
            Change(turn, conversation, call with { IsAsking = true, AskedAt = turn.Now, Silences = isSpoken ? 0 : call.Silences });
        }
    }

    /// <summary>Where what a caller says belongs: to the conversation of their call, which need not be the only one that is open.</summary>
    public static ConversationState Of(Turn turn, ChannelAccountId account, MessageReceived message, ConversationState found) =>
        message.SessionId is { } session && turn.State.ByCall(session) is { IsOpen: true } own && own.Call!.Account == account && own.Id != found.Id
        && turn.State.Identity.Resolve(own.Atom) == turn.State.Identity.Resolve(found.Atom) && turn.Appends(own)
            ? own
            : found;

    /// <summary>What a caller says, in the name of the call where the number does not say who rings.</summary>
    public static MessageReceived FromCaller(Turn turn, string sessionId, MessageReceived message) =>
        turn.State.ByCall(sessionId)?.Call?.Sender is { } own ? message with { Sender = own, Evidence = [] } : message;

    /// <summary>A wait came to its end, or the caller said nothing: they hear where they stand, or what they were asked. A call that is over hangs up.</summary>
    public static void Polled(Turn turn, string sessionId)
    {
        Asking(turn, sessionId);
        if (turn.State.ByCall(sessionId) is not { Call: { } call } conversation)
        {
            turn.Instructions.Add(new() { SessionId = sessionId, Commands = [new HangUpCommand()] });
        }
        else if (conversation.Bot is { Turn.IsEmpty: true })
        {
            AskAgain(turn, conversation, call);
        }
        else
        {
            KeepWaiting(turn, conversation);
        }
    }

    /// <summary>A bot waits for words that do not come: its question once more, and then people.</summary>
    private static void AskAgain(Turn turn, ConversationState conversation, CallState call)
    {
        if (call.Silences >= MostSilences)
        {
            BotStep.HandOver(turn, conversation, new() { Reason = "caller-silent" });
            return;
        }

        Change(turn, conversation, call with { Silences = call.Silences + 1 });
        var question = call.Said?.OfType<GatherCommand>().LastOrDefault();
        Instruct(turn, turn.Current(conversation), [question ?? new() { Text = Texts.Listening(conversation.Locale), Locale = conversation.Locale }]);
    }

    public static void Connected(Turn turn, string sessionId)
    {
        if (turn.State.ByCall(sessionId) is { Call: { Phase: not CallPhase.Connected } call } conversation)
        {
            Change(turn, conversation, call with { Phase = CallPhase.Connected });
            Note(turn, conversation, call.Account, "connected", "call.connected");
        }
    }

    /// <summary>The agent's phone did not answer: the item waits again, and the caller with it.</summary>
    public static void Unanswered(Turn turn, string sessionId)
    {
        if (turn.State.ByCall(sessionId) is not { Call: { } call } conversation)
        {
            return;
        }

        Change(turn, conversation, call with { Phase = CallPhase.Waiting, IsAsking = true, AskedAt = turn.Now });
        Note(turn, conversation, call.Account, "unanswered", "call.unanswered");
        if (turn.State.Routing.ItemOf(conversation.Id) is { Status: WorkStatus.Assigned } item)
        {
            WorkSteps.Move(turn, item, new() { Cause = WorkCause.Released, By = item.Agent, Team = item.Team, SparesHolder = true });
        }

        KeepWaiting(turn, turn.Current(conversation));
    }

    public static void Ended(Turn turn, string sessionId)
    {
        if (turn.State.ByCall(sessionId) is not { Call: { } call } conversation)
        {
            return;
        }

        turn.Emit(new CallChanged { Conversation = conversation.Id });
        Note(turn, conversation, call.Account, "ended", "call.ended");
        WorkSteps.StopRinging(turn, turn.Current(conversation));

        // What was not joined since there were two calls.
        var customer = turn.State.Identity.Resolve(conversation.Atom);
        if (turn.State.ConversationsOf(customer).Count(c => c.IsOpen) > 1)
        {
            turn.Then(new RecognisedInput { Customer = customer, IsKnown = true });
        }
    }

    /// <summary>The agent accepted: the caller is connected to the phone of the agent's record.</summary>
    public static void Connect(Turn turn, ConversationState conversation, AgentSnapshot agent)
    {
        if (conversation.Call is { } call && agent.Profile.Phone is { } phone)
        {
            Change(turn, conversation, call with { Phase = CallPhase.Connecting });
            Instruct(turn, turn.Current(conversation), [new ConnectCommand { Target = phone }]);
        }
    }

    /// <summary>Speaks a bot's words; a question listens for the answer.</summary>
    public static void Speak(Turn turn, ConversationState conversation, MessageContent content)
    {
        CallCommand command = content switch
        {
            ChoiceContent choice => new GatherCommand { Text = choice.Text, Options = choice.Options, Locale = conversation.Locale },
            _ when conversation.Question is not null => new GatherCommand { Text = content.Preview, Locale = conversation.Locale },
            _ => new SayCommand { Text = content.Preview, Locale = conversation.Locale },
        };
        turn.Entry(
            conversation,
            new()
            {
                Conversation = default,
                Sequence = 0,
                Time = turn.Now,
                Kind = EntryKind.Message,
                Author = ParticipantKind.Bot,
                AuthorId = conversation.Bot?.Name.Value,
                Channel = conversation.Call!.Account,
                Atom = conversation.Legs.LastOrDefault(l => l.Account == conversation.Call.Account)?.Atom ?? 0,
            },
            new() { Contents = [content] });
        Instruct(turn, turn.Current(conversation), [command]);
    }

    /// <summary>While the call waits for a person and a request waits for an answer: position and expected wait.</summary>
    public static void KeepWaiting(Turn turn, ConversationState conversation)
    {
        if (conversation is not { Call: { } call, Bot: null } || !(call.IsAsking || turn.Instructions.Exists(i => i.SessionId == call.SessionId)))
        {
            return;
        }

        var item = turn.State.Routing.ItemOf(conversation.Id);
        if (call.Phase == CallPhase.Connecting && item is { Status: WorkStatus.Assigned } && turn.State.Routing.Agent(item.Agent)?.Profile.Phone is { } phone)
        {
            Instruct(turn, conversation, [new ConnectCommand { Target = phone }]);
        }
        else if (item is not null)
        {
            Instruct(turn, conversation, [WaitEstimate.Of(turn, item, conversation.Locale)]);
        }
    }

    /// <summary>Answers the request that waits, or tells the provider.</summary>
    public static void Instruct(Turn turn, ConversationState conversation, IReadOnlyList<CallCommand> commands)
    {
        if (conversation.Call is not { } call)
        {
            return;
        }

        if (call.IsAsking || turn.Instructions.Exists(i => i.SessionId == call.SessionId))
        {
            var earlier = turn.Instructions.Find(i => i.SessionId == call.SessionId);
            turn.Instructions.RemoveAll(i => i.SessionId == call.SessionId);
            ImmutableArray<CallCommand> all = [.. earlier?.Commands.Where(c => c is not WaitCommand) ?? [], .. commands];
            turn.Instructions.Add(new() { SessionId = call.SessionId, Commands = all });
            Change(turn, conversation, call with { IsAsking = false }, all);
            return;
        }

        foreach (var command in commands)
        {
            EffectSteps.Queue(
                turn,
                new EffectQueued
                {
                    Effect = new(turn.NewId()),
                    Kind = EffectKind.CallControl,
                    Conversation = conversation.Id,
                    Deadline = turn.Now + turn.Rules.SendTimeout,
                    Account = call.Account,
                    SessionId = call.SessionId,
                    Locale = conversation.Locale,
                },
                new() { Command = command, SenderId = conversation.CurrentLeg?.SenderId ?? "" });
        }
    }

    public static void ControlFailed(Turn turn, ConversationState conversation, string failure)
    {
        if (conversation.Call is { } call)
        {
            turn.Entry(conversation, new()
            {
                Conversation = default,
                Sequence = 0,
                Time = turn.Now,
                Kind = EntryKind.Call,
                Channel = call.Account,
                Detail = "control-failed",
                Reason = Explanation.Of("call.control-failed", ("failure", failure)),
            });
        }
    }

    /// <summary>True while the same customer is in another call: two people behind one company's number, for example.</summary>
    private static bool IsInAnotherCall(Turn turn, ChannelAddress address, SignalReceived signal) =>
        Callers(turn, address, signal).SelectMany(turn.State.ConversationsOf).Any(c =>
            c is { IsOpen: true, Call: { Sender: null } call } && call.SessionId != signal.SessionId
            && (call.Phase != CallPhase.Waiting || turn.Now - (call.AskedAt ?? call.StartedAt) < LongestBetweenPolls));

    /// <summary>Whose call it is going to be: by the address or, where they never rang there, by what the provider says of them.</summary>
    private static IEnumerable<CustomerId> Callers(Turn turn, ChannelAddress address, SignalReceived signal)
    {
        IEnumerable<long> atoms = turn.State.AtomOf(address) is not 0 and var atom
            ? [atom]
            : signal.Evidence.Where(e => e.Assurance > Assurance.Claimed).SelectMany(e => turn.State.AtomsOf(e.Identifier));
        return atoms.Select(turn.State.Identity.Resolve).Distinct();
    }

    private static void Change(Turn turn, ConversationState conversation, CallState call, ImmutableArray<CallCommand>? said = null) => turn.Emit(
        new CallChanged { Conversation = conversation.Id, Call = call with { Said = null } },
        said is null ? null : new() { Commands = said });

    private static void Note(Turn turn, ConversationState conversation, ChannelAccountId account, string detail, string code) =>
        turn.Entry(conversation, new()
        {
            Conversation = default,
            Sequence = 0,
            Time = turn.Now,
            Kind = EntryKind.Call,
            Author = ParticipantKind.Customer,
            Channel = account,
            Detail = detail,
            Reason = Explanation.Of(code),
        });
}
