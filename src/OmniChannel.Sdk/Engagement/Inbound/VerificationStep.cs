namespace OmniChannel.Engagement.Inbound;

/// <summary>
/// Proof of a typed address by a one-time code. The code goes to that very address, capped per address and per sender; a right one turns the
/// claim into verified evidence and the customer's records are looked up; the bot goes on when they are known.
/// </summary>
internal static class VerificationStep
{
    public static void Begin(Turn turn, ConversationState conversation, Identifier identifier)
    {
        var leg = conversation.InboundLeg >= 0 ? conversation.Legs[conversation.InboundLeg] : conversation.CurrentLeg;
        if (leg is null || turn.State.Identity.KeyOf(identifier) is not { } key)
        {
            Fail(turn, conversation, "verification.not-an-address");
            return;
        }

        RecognitionStep.Observe(turn, leg.Atom, new() { Identifier = identifier, Assurance = Assurance.Claimed, Source = "typed" }, turn.Now);
        var account = turn.Rules.Channels
            .Where(c => c.Value.ReachableBy.Contains(identifier.Type) && c.Value.Delivery == DeliveryMode.Call)
            .OrderBy(c => c.Key.ToString(), StringComparer.Ordinal)
            .Select(c => (ChannelAccountId?)c.Key)
            .FirstOrDefault();
        if (account is null)
        {
            Fail(turn, conversation, "verification.no-channel");
            return;
        }

        if (!CodeCaps.TryCount(turn, key, leg.Atom))
        {
            Fail(turn, conversation, "verification.too-many");
            return;
        }

        var effect = new EffectId(turn.NewId());
        turn.Emit(new VerificationChanged { Conversation = conversation.Id, Effect = effect, StartedAt = turn.Now, ExpiresAt = turn.Now + turn.Rules.CodeLifetime }, new() { Identifier = identifier });
        EffectSteps.Queue(
            turn,
            new EffectQueued
            {
                Effect = effect,
                Kind = EffectKind.OneTimeCode,
                Conversation = conversation.Id,
                Deadline = turn.Now + turn.Rules.SendTimeout,
                Account = account,
                Locale = conversation.Locale,
            },
            new() { Identifier = identifier, SenderId = turn.State.Identity.AddressOf(identifier) });
        Note(turn, conversation, "asked", Explanation.Of("verification.asked", ("type", identifier.Type.Name)));
    }

    /// <summary>The code was sent, or could not be.</summary>
    public static void Sent(Turn turn, ConversationState conversation, EffectState effect, EffectResultInput result)
    {
        // Receipts of the code are then known to be of no message in the line.
        foreach (var id in effect.Address is null ? [] : result.ProviderMessageIds)
        {
            ProviderIds.Remember(turn, effect.Address!.Account, id, conversation.Id, default);
        }

        if (conversation.Verification is not { } pending || pending.Effect != effect.Id)
        {
            return;
        }

        if (result.CodeHash is null)
        {
            Fail(turn, conversation, "verification.not-sent");
            return;
        }

        turn.Emit(Changed(conversation.Id, pending) with { CodeHash = result.CodeHash, TypedHash = null }, new() { Identifier = pending.Identifier });
        if (pending.TypedHash is { } typed)
        {
            Compare(turn, conversation, turn.Current(conversation).Verification!, typed);
        }
        else
        {
            BotStep.Say(turn, turn.Current(conversation), new TextContent(Texts.CodeSent(conversation.Locale)));
        }
    }

    /// <summary>Takes a message that is a code while one is awaited; false leaves it to others.</summary>
    public static bool TryTake(Turn turn, ConversationState conversation, MessageContent content)
    {
        if (conversation.Verification is not { IsProved: false } pending || OneTimeCode.Read(content) is not { } code)
        {
            return false;
        }

        var typed = OneTimeCode.Hash(turn.State.Hasher, pending.Effect, code);
        if (pending.CodeHash is null)
        {
            turn.Emit(Changed(conversation.Id, pending) with { TypedHash = typed }, new() { Identifier = pending.Identifier });
        }
        else
        {
            Compare(turn, conversation, pending, typed);
        }

        return true;
    }

    private static void Compare(Turn turn, ConversationState conversation, VerificationState pending, string typed)
    {
        if (typed == pending.CodeHash)
        {
            Prove(turn, conversation, pending);
        }
        else if (pending.Attempts + 1 >= turn.Rules.CodeAttempts)
        {
            Fail(turn, conversation, "verification.wrong-code");
        }
        else
        {
            turn.Emit(Changed(conversation.Id, pending) with { Attempts = pending.Attempts + 1 }, new() { Identifier = pending.Identifier });
            Note(turn, conversation, "wrong", Explanation.Of("verification.wrong-code"));
            BotStep.Say(turn, turn.Current(conversation), new TextContent(Texts.WrongCode(conversation.Locale)));
        }
    }

    /// <summary>Time is up, or the bot was told to stop waiting.</summary>
    public static void Fail(Turn turn, ConversationState conversation, string code)
    {
        turn.Emit(new VerificationChanged { Conversation = conversation.Id });
        Note(turn, conversation, "failed", Explanation.Of(code));
        BotStep.Cue(turn, turn.Current(conversation), new() { Trigger = BotTrigger.VerificationFailed });
    }

    /// <summary>The records behind a proved identifier are known, or will not be: the bot goes on.</summary>
    public static void LookedUp(Turn turn, ConversationState conversation)
    {
        if (conversation.Verification is { IsProved: true })
        {
            turn.Emit(new VerificationChanged { Conversation = conversation.Id });
            BotStep.Cue(turn, turn.Current(conversation), new() { Trigger = BotTrigger.Verified });
        }
    }

    private static void Prove(Turn turn, ConversationState conversation, VerificationState pending)
    {
        var leg = conversation.Legs[Math.Max(conversation.InboundLeg, 0)];
        turn.Emit(Changed(conversation.Id, pending) with { IsProved = true, ExpiresAt = turn.Now + turn.Rules.LookupTimeout }, new() { Identifier = pending.Identifier });
        Note(turn, conversation, "proved", Explanation.Of("verification.proved", ("type", pending.Identifier.Type.Name)));
        var before = turn.Starts.Count;
        RecognitionStep.Observe(turn, leg.Atom, new() { Identifier = pending.Identifier, Assurance = Assurance.Verified, Source = "one-time-code" }, turn.Now);
        if (turn.Starts.Count == before)
        {
            turn.Then(new RecognisedInput { Conversation = conversation.Id });
        }
    }

    private static VerificationChanged Changed(ConversationId conversation, VerificationState pending) => new()
    {
        Conversation = conversation,
        Effect = pending.Effect,
        StartedAt = pending.StartedAt,
        CodeHash = pending.CodeHash,
        TypedHash = pending.TypedHash,
        ExpiresAt = pending.ExpiresAt,
        Attempts = pending.Attempts,
        IsProved = pending.IsProved,
    };

    private static void Note(Turn turn, ConversationState conversation, string detail, Explanation reason) =>
        turn.Entry(conversation, new() { Conversation = default, Sequence = 0, Time = turn.Now, Kind = EntryKind.Verification, Detail = detail, Reason = reason });
}
