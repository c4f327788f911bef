namespace OmniChannel.Engagement;

/// <summary>Each input to the step that decides it.</summary>
internal static class Dispatcher
{
    /// <summary>Decides; gives what the caller is told after the commit.</summary>
    public static object? Execute(Turn turn, EngineInput input)
    {
        switch (input)
        {
            case ChannelInput channel:
                EventStep.Run(turn, channel);
                return null;
            case CommandInput command:
                return command.Execute(turn);
            case SendResultInput result:
                OutcomeStep.Run(turn, result);
                return null;
            case EffectResultInput result:
                EffectSteps.Result(turn, result);
                return null;
            case TimerInput timer:
                Due(turn, timer);
                return null;
            case CallAnswerExpiredInput expired:
                CallAnswerExpired(turn, expired.SessionId);
                return null;
            case RecognisedInput recognised:
                Recognised(turn, recognised);
                return null;
            case RegroupInput regroup:
                PartStep.Regroup(turn, regroup);
                return null;
            case PartInput part:
                PartStep.Part(turn, part);
                return null;
            case RestoreInput restore:
                PartStep.Restore(turn, restore);
                return null;
            case RoutedInput routed:
                WorkEntries.Add(turn, routed);
                return null;
            case PrioritiseInput priority:
                PriorityStep.Run(turn, priority);
                return null;
            case StartInput:
                Recover(turn);
                return null;
            case StopInput:
                turn.State.IsStopping = true;
                return null;
            case FlushInput:
                return null;
            default:
                throw new InvalidOperationException($"Nobody decides {input.GetType().Name}.");
        }
    }

    private static void Due(Turn turn, TimerInput timer)
    {
        switch (timer.Timer)
        {
            case TimerKind.Work:
                turn.Route(
                    turn.State.Routing.Item(new(timer.Id))?.Conversation ?? default, (routing, at) => routing.Elapse(at, new(timer.Id)));
                break;
            case TimerKind.Agent:
                turn.Route(default, (routing, at) => routing.ElapseAgent(at, timer.Id));
                break;
            case TimerKind.Window:
                turn.Route(default, (routing, at) => routing.ElapseWindow(at));
                break;
            case TimerKind.Message:
                OutcomeStep.Due(turn, new(timer.Id));
                break;
            case TimerKind.Effect:
                EffectSteps.Due(turn, new(timer.Id));
                break;
            case TimerKind.Tie:
                TieStep.Expire(turn, timer.Id);
                break;
            case TimerKind.Verification when turn.State.Conversations.Find(timer.Id) is { Verification: { } pending } conversation:
                if (pending.IsProved)
                {
                    VerificationStep.LookedUp(turn, conversation);
                }
                else
                {
                    VerificationStep.Fail(turn, conversation, "verification.timed-out");
                }

                break;
        }
    }

    private static void Recognised(Turn turn, RecognisedInput input)
    {
        if (input.IsKnown)
        {
            ConversationStep.Join(turn, input.Customer);
            return;
        }

        var found = input.Customer.IsEmpty ? turn.State.Conversation(input.Conversation) : turn.State.ConversationsOf(input.Customer).FirstOrDefault(c => c.IsOpen);
        if (found is { IsOpen: true } conversation)
        {
            conversation = RecognisedStep.Run(turn, conversation);
            PriorityStep.Reconsider(turn, turn.State.Identity.Resolve(conversation.Atom));
            VerificationStep.LookedUp(turn, conversation);
        }
    }

    private static void CallAnswerExpired(Turn turn, string sessionId)
    {
        if (turn.State.ByCall(sessionId) is { Call: { IsAsking: true } call } conversation)
        {
            turn.Emit(new CallChanged { Conversation = conversation.Id, Call = call with { IsAsking = false, Said = null } });
        }
    }

    private static void Recover(Turn turn)
    {
        turn.Route(default, (routing, at) => routing.Recover(at));
        OutcomeStep.Recover(turn);
        EffectSteps.Recover(turn);
        foreach (var conversation in turn.State.Conversations.Values.Where(c => c.Call is { IsAsking: true }).OrderBy(c => c.Id).ToList())
        {
            turn.Emit(new CallChanged { Conversation = conversation.Id, Call = conversation.Call! with { IsAsking = false, Said = null } });
        }
    }
}
