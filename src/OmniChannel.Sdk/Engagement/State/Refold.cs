namespace OmniChannel.Engagement.State;

/// <summary>
/// What a conversation has by itself: its history folded again as if what no longer belongs to it had never been joined. What was said while they
/// were joined goes where its address belongs now; what has no address stays where it was recorded.
/// </summary>
internal sealed class Refold
{
    private readonly Func<long, CustomerId> _customerOf;
    private readonly HashSet<ConversationId> _together;
    private readonly Dictionary<ConversationId, int> _lastLink = [];
    private readonly Dictionary<CustomerId, ConversationId> _apart = [];

    // As it was with the joins: what a bot held or had asked tells what an entry meant.
    private readonly Dictionary<ConversationId, ConversationState> _live = [];
    private readonly Dictionary<ConversationId, ConversationState> _own = [];

    /// <param name="customerOf">Whose an atom is now.</param>
    /// <param name="together">What is still part of another.</param>
    /// <param name="apart">What stands alone now, by customer.</param>
    public Refold(Func<long, CustomerId> customerOf, HashSet<ConversationId> together, IEnumerable<ConversationState> apart)
    {
        _customerOf = customerOf;
        _together = together;
        foreach (var conversation in apart)
        {
            _apart.TryAdd(customerOf(conversation.Atom), conversation.Id);
        }
    }

    /// <summary>How many private notes were written in a conversation while something was part of it.</summary>
    public int Notes { get; private set; }

    /// <summary>Folds facts in the order of the journal and gives what a conversation has; null where its beginning is not among them.</summary>
    public ConversationState? Run(IReadOnlyList<object> facts, ConversationId conversation)
    {
        for (var i = 0; i < facts.Count; i++)
        {
            if (facts[i] is ConversationLinked { Into.IsEmpty: false } link)
            {
                _lastLink[link.Conversation] = i;
            }
        }

        for (var i = 0; i < facts.Count; i++)
        {
            Fold(facts[i], i, conversation);
        }

        return _own.GetValueOrDefault(conversation);
    }

    private void Fold(object fact, int place, ConversationId asked)
    {
        switch (fact)
        {
            case ConversationOpened f:
                _live[f.Conversation] = _own[f.Conversation] = new() { Id = f.Conversation, Atom = f.Atom, OpenedAt = f.Time, LastAt = f.Time, Locale = f.Locale };
                break;
            case EntryAdded f when _live.TryGetValue(f.Conversation, out var live):
                Notes += f.Kind == EntryKind.Note && f.Conversation == asked && !live.Joined.IsEmpty ? 1 : 0;
                Change(_own, OwnerOf(live, f), own => Folded(own, f, live));
                _live[f.Conversation] = EntryFold.Apply(live, f);
                break;
            case ConversationLinked f when _live.TryGetValue(f.Conversation, out var other):
                Link(other, f, place);
                break;
            case ConversationRestored f:
                Change(_live, f.Conversation, c => LinkFold.Restored(c, f));
                break;
            default:
                FoldRest(fact);
                break;
        }
    }

    private void FoldRest(object fact)
    {
        switch (fact)
        {
            case QuestionChanged f when _live.TryGetValue(f.Conversation, out var live):
                Change(_own, OwnerOf(live, Inbound(live)), c => c with { AskedTwice = c.AskedTwice + (f.AskedTwice ? 1 : 0) });
                _live[f.Conversation] = live with { Question = f.Payload?.Question };
                break;
            case NeedChanged f when _live.TryGetValue(f.Conversation, out var live):
                Change(_own, OwnerOf(live, Inbound(live)), c => c with { Need = NeedText.Of(f.Payload) });
                break;
            case MessageQueued { Payload.ReplyHandle.SingleUse: true } f when _live.TryGetValue(f.Conversation, out var live):
                Change(_own, OwnerOf(live, f.Recipient), c => c with { ReplyHandle = null });
                break;
            case BotChanged f:
                Change(_live, f.Conversation, c => c with { Bot = StateFold.Bot(f) });
                break;
            case VerificationChanged f:
                // The end of a proved one is not always told where a conversation's history is kept; for what an entry means it makes no difference.
                Change(_live, f.Conversation, c => c with { Verification = f.IsProved ? null : StateFold.Verification(f) });
                break;
            case CallChanged f:
                Change(_live, f.Conversation, c => c with { Call = StateFold.Call(f, c.Call) });
                break;
        }
    }

    private void Link(ConversationState other, ConversationLinked fact, int place)
    {
        if (fact.Into.IsEmpty)
        {
            Change(_live, other.JoinedInto, c => c with { Joined = c.Joined.Remove(other.Id) });
            _live[other.Id] = other with { JoinedInto = default, IsOpen = true, ClosedAt = null };
            return;
        }

        Change(_live, fact.Into, into => LinkFold.Carry(other, into));
        _live[other.Id] = LinkFold.Given(other, fact);
        if (_together.Contains(other.Id) && _lastLink[other.Id] == place && _own.TryGetValue(other.Id, out var part))
        {
            Change(_own, fact.Into, into => LinkFold.Carry(part, into));
        }
    }

    /// <summary>An entry as it would have been: alone, nobody has to go back to the channel that they never left, and has waited for their own answer only.</summary>
    private static ConversationState Folded(ConversationState own, EntryAdded entry, ConversationState live)
    {
        if (entry.Kind == EntryKind.LegStarted && !live.Joined.IsEmpty)
        {
            if (own.CurrentLeg is { } current && current.Account == entry.Channel && current.SenderId == entry.Values.SenderId)
            {
                return own;
            }

            if (entry.Author == ParticipantKind.Customer)
            {
                entry = entry with { Reason = Explanation.Of(ConversationStep.IsFollowUp(own, entry.Time) ? EntryFold.FollowedUp : "") };
            }
        }

        return EntryFold.Apply(own with { Bot = live.Bot, Question = live.Question, Verification = live.Verification }, entry);
    }

    private ConversationId OwnerOf(ConversationState live, EntryAdded entry) => OwnerOf(live, entry.Kind == EntryKind.Collected ? Inbound(live) : entry.Atom);

    /// <summary>Where what has an address belongs; what has none, and all that was recorded before anything was joined, belongs where it is.</summary>
    private ConversationId OwnerOf(ConversationState live, long atom) =>
        live.Joined.IsEmpty || atom == 0 || _customerOf(atom) is var customer && customer == _customerOf(live.Atom) ? live.Id : _apart.GetValueOrDefault(customer, live.Id);

    private static long Inbound(ConversationState live) => live.InboundLeg >= 0 ? live.Legs[live.InboundLeg].Atom : 0;

    private static void Change(Dictionary<ConversationId, ConversationState> states, ConversationId id, Func<ConversationState, ConversationState> change)
    {
        if (states.TryGetValue(id, out var known))
        {
            states[id] = change(known);
        }
    }
}
