namespace OmniChannel.Engagement;

/// <summary>
/// The deciding of one input: what it reads, the facts it adds and what is to be done after the commit. A fact is applied the moment it is
/// emitted, so that later steps see it. An input appends to one conversation at most.
/// </summary>
internal sealed class Turn(WorkspaceState state, WorkspaceRules rules, DateTimeOffset now, long sequence)
{
    private readonly SortedSet<long> _regrouped = [];
    private int _ids;
    private int _orders;

    public WorkspaceState State => state;

    public WorkspaceRules Rules => rules;

    /// <summary>Engine time, read once for the input.</summary>
    public DateTimeOffset Now => now;

    public long Sequence => sequence;

    public List<object> Facts { get; } = [];

    public List<Payload> Payloads { get; } = [];

    /// <summary>Messages and effects to hand to the pumps once committed.</summary>
    public List<EffectStart> Starts { get; } = [];

    /// <summary>Instructions for the request that brought the input, or for one that waits.</summary>
    public List<CallInstruction> Instructions { get; } = [];

    /// <summary>Inputs to decide right after this one.</summary>
    public List<EngineInput> FollowUps { get; } = [];

    public ConversationId Conversation { get; private set; }

    public long FirstEntry { get; private set; }

    public long Subject { get; set; }

    /// <summary>A new id: unique in the workspace, the same whenever the same inputs are decided.</summary>
    public long NewId() => IdMixer.Mix(state.Head.IdSeed, (sequence << 12) | (uint)_ids++);

    /// <summary>A place in a recipient's line, behind everything before it.</summary>
    public long NewOrder() => (sequence << 12) | (uint)_orders++;

    /// <summary>True when entries of this input can go to a conversation.</summary>
    public bool Appends(ConversationState conversation) => FirstEntry == 0 || Conversation == conversation.Id;

    /// <summary>Has an input decided right after this one, as one of its own.</summary>
    public void Then(EngineInput input) => FollowUps.Add(input);

    /// <param name="fact">What happened.</param>
    /// <param name="payload">Its personal values; the very payload of an earlier fact of this input is kept once.</param>
    public void Emit(EngineFact fact, Payload? payload = null)
    {
        var complete = fact;
        if (payload is not null)
        {
            complete = fact with { At = PlaceOf(payload), Payload = payload };
        }

        state.Apply(complete);
        Facts.Add(complete);
    }

    private int PlaceOf(Payload payload)
    {
        var place = Payloads.FindIndex(p => ReferenceEquals(p, payload));
        if (place < 0)
        {
            place = Payloads.Count;
            Payloads.Add(payload);
        }

        return place;
    }

    /// <summary>Adds an entry to a conversation, at the next place of its sequence.</summary>
    public long Entry(ConversationState conversation, EntryAdded entry, Payload? payload = null)
    {
        var next = state.Conversations.Get(conversation.Id.Value).LastSequence + 1;
        if (FirstEntry == 0)
        {
            Conversation = conversation.Id;
            FirstEntry = next;
            Subject = Subject == 0 ? conversation.Atom : Subject;
        }
        else if (Conversation != conversation.Id)
        {
            throw new InvalidOperationException("An input appends to one conversation.");
        }

        Emit(entry with { Conversation = conversation.Id, Sequence = next, Time = entry.Time == default ? now : entry.Time }, payload);
        return next;
    }

    /// <summary>The conversation as it is now, after the facts so far.</summary>
    public ConversationState Current(ConversationState conversation) => state.Conversations.Get(conversation.Id.Value);

    /// <summary>Runs something on routing and keeps its facts. What they say of <paramref name="own"/> is added to it; of others, by inputs of their own.</summary>
    public T Route<T>(ConversationId own, Func<WorkspaceRouting, WorkTurn, T> act)
    {
        var facts = new List<object>();
        var done = act(state.Routing, new() { Now = now, Order = sequence << 12, NewId = NewId, Facts = facts });
        Facts.AddRange(facts);
        WorkEntries.Add(this, own, facts);
        return done;
    }

    /// <summary>Runs something on routing and keeps its facts.</summary>
    public void Route(ConversationId own, Action<WorkspaceRouting, WorkTurn> act) => Route(own, (routing, turn) =>
    {
        act(routing, turn);
        return true;
    });

    /// <summary>Runs something on the identity graph and keeps its facts.</summary>
    public void Identify(Action<IdentityLedger, ICollection<IdentityFact>> act)
    {
        var facts = new List<IdentityFact>();
        act(state.Identity, facts);
        Identified(facts);
    }

    /// <summary>Keeps what the identity graph decided. Where a customer was split, the conversations follow right after this input.</summary>
    public void Identified(IReadOnlyCollection<IdentityFact> facts)
    {
        Facts.AddRange(facts);
        foreach (var change in facts.OfType<PartitionChanged>())
        {
            if (_regrouped.Count == 0 && !IsSplit(change))
            {
                continue;
            }

            if (_regrouped.Count == 0)
            {
                Then(new RegroupInput { Customers = _regrouped });
            }

            _regrouped.UnionWith(change.Moved.SelectMany(m => (IEnumerable<long>)[m.From, m.To]));
        }
    }

    private bool IsSplit(PartitionChanged change) =>
        change.Moved.Any(m => state.Identity.AtomsOf(new(m.From)).Count > 0) || change.Moved.GroupBy(m => m.From).Any(g => g.Select(m => m.To).Distinct().Count() > 1);
}
