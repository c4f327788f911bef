namespace OmniChannel.Engagement.Inbound;

/// <summary>Calls: they ring where the conversation is, wait in the queue, are connected to the agent who accepts, and end.</summary>
internal static class CallStep
{
    public static void Started(Turn turn, ChannelAccountId account, SignalReceived signal)
    {
        var address = new ChannelAddress { Account = account, SenderId = signal.Sender };
        var atom = RecognitionStep.Run(turn, address, signal.Evidence, signal.OccurredAt);
        var conversation = ConversationStep.Find(turn, atom, null);
        conversation = ConversationStep.Leg(turn, conversation, address, atom, signal.OccurredAt);
        Note(turn, conversation, account, "started", "call.started");
        turn.Emit(new CallChanged
        {
            Conversation = conversation.Id,
            Call = new() { SessionId = signal.SessionId ?? "", Account = account, StartedAt = turn.Now, IsAsking = true },
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
    public static void Asking(Turn turn, string sessionId)
    {
        if (turn.State.ByCall(sessionId) is { Call: { } call } conversation)
        {
            turn.Emit(new CallChanged { Conversation = conversation.Id, Call = call with { IsAsking = true } });
        }
    }

    /// <summary>A wait came to its end, or something was said: the caller hears where they stand.</summary>
    public static void Polled(Turn turn, string sessionId)
    {
        Asking(turn, sessionId);
        if (turn.State.ByCall(sessionId) is { } conversation)
        {
            KeepWaiting(turn, conversation);
        }
    }

    public static void Connected(Turn turn, string sessionId)
    {
        if (turn.State.ByCall(sessionId) is { Call: { Phase: not CallPhase.Connected } call } conversation)
        {
            turn.Emit(new CallChanged { Conversation = conversation.Id, Call = call with { Phase = CallPhase.Connected } });
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

        turn.Emit(new CallChanged { Conversation = conversation.Id, Call = call with { Phase = CallPhase.Waiting, IsAsking = true } });
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
    }

    /// <summary>The agent accepted: the caller is connected to the phone of the agent's record.</summary>
    public static void Connect(Turn turn, ConversationState conversation, AgentSnapshot agent)
    {
        if (conversation.Call is { } call && agent.Profile.Phone is { } phone)
        {
            turn.Emit(new CallChanged { Conversation = conversation.Id, Call = call with { Phase = CallPhase.Connecting } });
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
            turn.Instructions.Add(new() { SessionId = call.SessionId, Commands = [.. earlier?.Commands.Where(c => c is not WaitCommand) ?? [], .. commands] });
            turn.Emit(new CallChanged { Conversation = conversation.Id, Call = call with { IsAsking = false } });
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
