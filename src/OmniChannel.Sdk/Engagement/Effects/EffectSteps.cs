namespace OmniChannel.Engagement.Effects;

/// <summary>Effects: queued with an attempt and a deadline, ended by a result, a missed deadline, or given up after some attempts.</summary>
internal static class EffectSteps
{
    private const int MaxAttempts = 5;
    private static readonly TimeSpan ParkTime = TimeSpan.FromDays(1);

    public static void Queue(Turn turn, EffectQueued effect, Payload payload)
    {
        turn.Emit(effect, payload);
        turn.Starts.Add(new() { Effect = effect.Effect, Attempt = effect.Attempt });
    }

    public static void Result(Turn turn, EffectResultInput result)
    {
        if (turn.State.Effects.Find(result.Effect.Value) is not { } effect || effect.Attempt != result.Attempt)
        {
            return;
        }

        turn.Emit(new EffectEnded { Effect = effect.Id, Outcome = result.Failure ?? "done" });
        switch (effect.Kind)
        {
            case EffectKind.BotTurn when turn.State.Conversation(effect.Conversation) is { } conversation:
                BotStep.Replied(turn, conversation, effect, result);
                break;
            case EffectKind.OneTimeCode when turn.State.Conversation(effect.Conversation) is { } conversation:
                VerificationStep.Sent(turn, conversation, effect, result);
                break;
            case EffectKind.CustomerLookup:
                LookedUp(turn, effect, result);
                break;
            case EffectKind.Matching when result.Failure is not null:
                // What nobody waits for is put off and not given up: until tomorrow, or the next start, perhaps with another model.
                Again(turn, effect, turn.Now + (IsTired(effect) ? ParkTime : Backoff.After(effect.Attempt % MaxAttempts, effect.Id.Value)));
                break;
            case EffectKind.Matching:
                MatchStep.Found(turn, effect.Atom, result.Matches);
                break;
            case EffectKind.CallControl when effect is { Command: HangUpCommand, SessionId: { } session }:
                // Whether it was there to be hung up or gone already, it is over: the provider's own word may never come.
                CallStep.Ended(turn, session);
                break;
            case EffectKind.CallControl when result.Failure is not null && turn.State.Conversation(effect.Conversation) is { } conversation:
                CallStep.ControlFailed(turn, conversation, result.Failure);
                break;
        }
    }

    /// <summary>Whether this attempt is the last of a row.</summary>
    public static bool IsTired(EffectState effect) => effect.Attempt % MaxAttempts == 0;

    /// <summary>Whether it was put off after a row of attempts that failed: it is the first of the next row, and waits.</summary>
    public static bool IsParked(EffectState effect) => effect is { Kind: EffectKind.Matching, NotBefore: not null } && effect.Attempt > 1 && effect.Attempt % MaxAttempts == 1;

    /// <summary>A deadline was missed, or the time to try again has come.</summary>
    public static void Due(Turn turn, EffectId id)
    {
        if (turn.State.Effects.Find(id.Value) is not { } effect)
        {
            return;
        }

        if (effect.NotBefore is not null)
        {
            Again(turn, effect, null);
            return;
        }

        Result(turn, new() { Effect = id, Attempt = effect.Attempt, Failure = "no-answer-in-time" });
    }

    /// <summary>
    /// Starts what was under way when the process stopped; but not what tells a call: it may be done, and to dial twice is worse than to say that nobody
    /// knows. Its time is over at once, as an input of its own.
    /// </summary>
    public static void Recover(Turn turn)
    {
        foreach (var effect in turn.State.Effects.Values.Where(e => e.NotBefore is null || IsParked(e)).OrderBy(e => e.Id).ToList())
        {
            if (effect.Kind == EffectKind.CallControl)
            {
                turn.Emit(Next(effect, turn.Now, null), Values(effect));
            }
            else
            {
                Again(turn, effect, null);
            }
        }
    }

    private static void LookedUp(Turn turn, EffectState effect, EffectResultInput result)
    {
        if (result.Failure is not null && effect.Attempt < MaxAttempts)
        {
            Again(turn, effect, turn.Now + Backoff.After(effect.Attempt, effect.Id.Value));
        }

        foreach (var found in result.Records)
        {
            RecognitionStep.Import(turn, found);
        }

        var customer = turn.State.Identity.Resolve(effect.Atom);
        if (turn.State.ConversationsOf(customer).Any(c => c.IsOpen) && ConversationStep.Join(turn, customer) is { } conversation)
        {
            conversation = result.Records.Count > 0 ? RecognisedStep.Run(turn, conversation) : conversation;
            VerificationStep.LookedUp(turn, conversation);
        }
    }

    private static void Again(Turn turn, EffectState effect, DateTimeOffset? notBefore)
    {
        var timeout = effect.Kind switch
        {
            EffectKind.BotTurn => turn.Rules.BotTurnTimeout,
            EffectKind.CustomerLookup => turn.Rules.LookupTimeout,
            EffectKind.Matching => (turn.Rules.Matching ?? new()).Timeout,
            _ => turn.Rules.SendTimeout,
        };
        var next = Next(effect, (notBefore ?? turn.Now) + timeout, notBefore);
        if (notBefore is null)
        {
            Queue(turn, next, Values(effect));
        }
        else
        {
            turn.Emit(next, Values(effect));
        }
    }

    private static EffectQueued Next(EffectState effect, DateTimeOffset deadline, DateTimeOffset? notBefore) => new()
    {
        Effect = effect.Id,
        Kind = effect.Kind,
        Conversation = effect.Conversation,
        Attempt = effect.Attempt + 1,
        Deadline = deadline,
        NotBefore = notBefore,
        Atom = effect.Atom,
        Account = effect.Address?.Account,
        SessionId = effect.SessionId,
        Locale = effect.Locale,
    };

    private static Payload Values(EffectState effect) => new()
    {
        Identifier = effect.Identifier,
        SenderId = effect.Address?.SenderId,
        Cues = effect.Cue is { } cue ? [cue] : [],
        Command = effect.Command,
    };
}
