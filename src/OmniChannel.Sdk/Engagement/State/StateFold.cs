namespace OmniChannel.Engagement.State;

/// <summary>What each fact does to the tables. Folding never decides: it runs the same when deciding, at start-up and in replay.</summary>
internal static class StateFold
{
    public static void Apply(WorkspaceState state, object fact)
    {
        switch (fact)
        {
            case ConversationOpened f:
                state.Conversations.Set(f.Conversation.Value, new() { Id = f.Conversation, Atom = f.Atom, OpenedAt = f.Time, LastAt = f.Time, Locale = f.Locale });
                AtomFold.Opened(state, f.Atom, f.Conversation);
                break;
            case EntryAdded f:
                Change(state, f.Conversation, c => EntryFold.Apply(c, f));
                AtomFold.Folded(state, f);
                break;
            case QuestionChanged f:
                Change(state, f.Conversation, c => c with { Question = f.Payload?.Question, AskedTwice = c.AskedTwice + (f.AskedTwice ? 1 : 0) });
                break;
            case NeedChanged f:
                Change(state, f.Conversation, c => c with { Need = NeedText.Of(f.Payload) });
                break;
            case ConversationLinked f:
                LinkFold.Apply(state.Conversations, f);
                break;
            case ConversationRestored f:
                Change(state, f.Conversation, c => LinkFold.Restored(c, f));
                break;
            case BotChanged f:
                Change(state, f.Conversation, c => c with { Bot = Bot(f) });
                break;
            case VerificationChanged f:
                Change(state, f.Conversation, c => c with { Verification = Verification(f) });
                break;
            case CallChanged f:
                Change(state, f.Conversation, c => c with { Call = Call(f, c.Call) });
                break;
            default:
                ApplyRest(state, fact);
                break;
        }
    }

    private static void ApplyRest(WorkspaceState state, object fact)
    {
        switch (fact)
        {
            case MessageQueued f:
                state.Messages.Set(f.Message.Value, Message(f));
                if (f.Values.ReplyHandle is { SingleUse: true })
                {
                    Change(state, f.Conversation, c => c with { ReplyHandle = null });
                }

                break;
            case MessageMoved f when state.Messages.Find(f.Message.Value) is { } message:
                state.Messages.Set(f.Message.Value, message with
                {
                    State = f.State,
                    Attempt = f.Attempt,
                    Tries = f.Tries,
                    Part = f.Part,
                    Due = f.Due,
                    Reason = f.Reason,
                    StoodAside = f.StoodAside,
                });
                break;
            case ReceiptKept f when state.Messages.Find(f.Message.Value) is { } message:
                state.Messages.Set(f.Message.Value, message with { Early = message.Early.Add(f.Receipt) });
                break;
            case ProviderIdKnown f:
                state.ProviderIds.Set(f.Key, new() { Check = f.Check, Conversation = f.Conversation, Message = f.Message });
                break;
            case EffectQueued f:
                state.Effects.Set(f.Effect.Value, Effect(f));
                break;
            case EffectEnded f:
                state.Effects.Set(f.Effect.Value, null);
                break;
            case ProfileImported { Payload.Record: { } record } f:
                ProfileFold.Apply(state.Profiles, f, record);
                break;
            case ProfileRemoved f:
                ProfileFold.Apply(state.Profiles, f);
                break;
            case DeviceChanged { Payload.Device: { } device } f:
                ProfileFold.Apply(state.Profiles, f, device);
                break;
            case TraitsChanged { Payload.Traits: { } traits } f:
                ProfileFold.Apply(state.Profiles, f, traits);
                break;
            case IdentifierAsked f when state.Identity.Identifiers.Find(f.Key.High) is { } identifier:
                state.Identity.Identifiers.Set(f.Key.High, identifier with { AskedAt = f.Time });
                break;
            case ConsentRecorded f when state.Identity.Atoms.Find(f.Atom) is { } atom:
                state.Identity.Atoms.Set(f.Atom, atom with { OptedOut = f.OptedOut });
                break;
            case SettingChanged f:
                state.Settings.Set(RoutingKey.Of(f.Name), f.Value is { } value ? new() { Name = f.Name, Value = value } : null);
                break;
        }
    }

    private static void Change(WorkspaceState state, ConversationId id, Func<ConversationState, ConversationState> change) =>
        state.Conversations.Set(id.Value, change(state.Conversations.Get(id.Value)));

    internal static CallState? Call(CallChanged f, CallState? before) => f.Call is { } call
        ? call with { Said = f.Payload?.Commands ?? (before?.SessionId == call.SessionId ? before.Said : null) }
        : null;

    internal static BotState? Bot(BotChanged f) => f.Bot.IsEmpty ? null : new()
    {
        Name = f.Bot,
        ThenQueue = f.ThenQueue,
        Home = f.Home,
        Turn = f.Turn,
        Since = f.Since,
        From = f.From,
        Memory = f.Payload?.Memory,
        Backlog = f.Payload?.Cues ?? [],
    };

    internal static VerificationState? Verification(VerificationChanged f) => f.Effect.IsEmpty || f.Payload?.Identifier is not { } identifier ? null : new()
    {
        Identifier = identifier,
        Effect = f.Effect,
        StartedAt = f.StartedAt,
        CodeHash = f.CodeHash,
        TypedHash = f.TypedHash,
        ExpiresAt = f.ExpiresAt,
        Attempts = f.Attempts,
        IsProved = f.IsProved,
    };

    private static MessageState Message(MessageQueued f) => new()
    {
        Id = f.Message,
        Conversation = f.Conversation,
        Entry = f.Entry,
        To = new() { Account = f.Account, SenderId = f.Values.SenderId ?? "" },
        Recipient = f.Recipient,
        Order = f.Order,
        QueuedAt = f.Time,
        Contents = f.Values.Contents,
        Purpose = f.Purpose,
        Thread = f.Values.Thread,
        ReplyHandle = f.Values.ReplyHandle,
        Locale = f.Locale,
        IsAutomatic = f.IsAutomatic,
        State = DeliveryState.Queued,
    };

    private static EffectState Effect(EffectQueued f) => new()
    {
        Id = f.Effect,
        Kind = f.Kind,
        Conversation = f.Conversation,
        Attempt = f.Attempt,
        Deadline = f.Deadline,
        NotBefore = f.NotBefore,
        Cue = f.Payload?.Cues is [var cue, ..] ? cue : null,
        Identifier = f.Payload?.Identifier,
        Atom = f.Atom,
        Address = f.Account is { } account && f.Payload?.SenderId is { } sender ? new() { Account = account, SenderId = sender } : null,
        Command = f.Payload?.Command,
        SessionId = f.SessionId,
        Locale = f.Locale,
    };
}
