using System.Collections.Concurrent;

namespace OmniChannel.Engagement.Engine;

/// <summary>Committed state for readers on any thread: the values are immutable and replaced whole after each commit.</summary>
internal sealed class CommittedView
{
    private readonly ConcurrentDictionary<long, ConversationState> _conversations = new();
    private readonly ConcurrentDictionary<long, AgentSnapshot> _agents = new();
    private readonly ConcurrentDictionary<long, WorkItemSnapshot> _items = new();
    private readonly ConcurrentDictionary<long, long> _itemByConversation = new();
    private readonly ConcurrentDictionary<long, long> _customers = new();
    private readonly ConcurrentDictionary<IdentifierKey, long> _atoms = new();
    private readonly ConcurrentDictionary<long, long> _byLeg = new();
    private readonly ConcurrentDictionary<long, ImmutableArray<ConversationId>> _joined = new();
    private readonly ConcurrentDictionary<long, SettingState> _settings = new();
    private readonly ConcurrentDictionary<long, VerdictState> _suggestions = new();
    private readonly ConcurrentDictionary<long, EffectState> _putOff = new();
    private int _open;
    private int _unanswered;

    public long Sequence { get; private set; }

    public IEnumerable<ConversationState> Conversations => _conversations.Values;

    /// <summary>Open conversations, and those among them whose customer waits for a word of ours: counted, since every desk shows them.</summary>
    public (int Open, int Unanswered) Floor => (Volatile.Read(ref _open), Volatile.Read(ref _unanswered));

    /// <summary>What the matcher suggests and nobody decided.</summary>
    public IEnumerable<VerdictState> Suggestions => _suggestions.Values;

    /// <summary>Records that could not be compared with the others in several attempts and wait to be tried again.</summary>
    public int NotCompared => _putOff.Count;

    public IEnumerable<AgentSnapshot> Agents => _agents.Values;

    public IEnumerable<WorkItemSnapshot> Items => _items.Values;

    /// <summary>The conversation, or the one it became part of; null when it is not in memory.</summary>
    public ConversationState? Conversation(ConversationId id)
    {
        var found = _conversations.GetValueOrDefault(id.Value);
        while (found is { JoinedInto.IsEmpty: false })
        {
            found = _conversations.GetValueOrDefault(found.JoinedInto.Value);
        }

        return found;
    }

    /// <summary>Conversations that became part of another, with it.</summary>
    public IReadOnlyList<ConversationId> WithJoined(ConversationId id) =>
        [id, .. _joined.GetValueOrDefault(id.Value, [])];

    public AgentSnapshot? Agent(AgentId agent) => _agents.GetValueOrDefault(RoutingKey.Of(agent));

    public WorkItemSnapshot? ItemOf(ConversationId conversation) =>
        _itemByConversation.TryGetValue(conversation.Value, out var item) ? _items.GetValueOrDefault(item) : null;

    /// <summary>The customer that an atom or an old customer id belongs to; 0 when unknown.</summary>
    public long CustomerOf(long atom) => _customers.GetValueOrDefault(atom);

    /// <summary>Every atom, in the order of their numbers.</summary>
    public IReadOnlyList<long> Atoms => [.. _customers.Keys.Order()];

    /// <summary>The atom of an address or a record; 0 when there is none.</summary>
    public long AtomOf(IdentifierKey key) => _atoms.GetValueOrDefault(key);

    /// <summary>The conversation that an address takes part in now, or last did; null for none, or for one that is another customer's since an undo.</summary>
    public ConversationState? ByAddress(IdentifierKey address)
    {
        var atom = AtomOf(address);
        var found = _byLeg.TryGetValue(atom, out var id) ? Conversation(new(id)) : null;
        return found is not null && CustomerOf(found.Atom) == CustomerOf(atom) ? found : null;
    }

    public string? Setting(string name) => _settings.GetValueOrDefault(RoutingKey.Of(name))?.Value;

    public void Publish(long sequence, IEnumerable<(IStateRows Table, long Key, object? Value)> rows)
    {
        foreach (var (table, key, value) in rows)
        {
            Publish(table.Table, key, value);
        }

        Sequence = sequence;
    }

    private void Publish(StateTable table, long key, object? value)
    {
        if (table == StateTable.Conversations)
        {
            Count(_conversations.GetValueOrDefault(key), value as ConversationState);
            Put(_conversations, key, value);
            foreach (var leg in (value as ConversationState)?.Legs ?? [])
            {
                if (!_byLeg.TryGetValue(leg.Atom, out var known) || IsNewer((ConversationState)value!, _conversations.GetValueOrDefault(known)))
                {
                    _byLeg[leg.Atom] = key;
                }
            }
        }
        else if (table == StateTable.Agents)
        {
            Put(_agents, key, value);
        }
        else if (table == StateTable.Atoms && value is AtomState atom)
        {
            _customers[key] = atom.Customer;
            _atoms[atom.Key] = key;
        }
        else if (table == StateTable.Verdicts)
        {
            Put(_suggestions, key, (value as VerdictState) is { Kind: VerdictKind.Suggested, Match: not null } open ? open : null);
        }
        else if (table == StateTable.Effects)
        {
            Put(_putOff, key, value is EffectState effect && EffectSteps.IsParked(effect) ? effect : null);
        }
        else if (table == StateTable.Settings)
        {
            Put(_settings, key, value);
        }
        else if (table == StateTable.WorkItems && value is WorkItemSnapshot item)
        {
            PublishItem(key, item);
        }
    }

    private static bool IsNewer(ConversationState conversation, ConversationState? known) =>
        known is null || conversation.Id == known.Id || (conversation.IsOpen, conversation.OpenedAt).CompareTo((known.IsOpen, known.OpenedAt)) > 0;

    /// <summary>Only the writer publishes, so that the counts need no lock.</summary>
    private void Count(ConversationState? previous, ConversationState? next)
    {
        Volatile.Write(ref _open, _open + One(next is { IsOpen: true }) - One(previous is { IsOpen: true }));
        Volatile.Write(ref _unanswered, _unanswered + One(Waits(next)) - One(Waits(previous)));
        if (previous?.JoinedInto == next?.JoinedInto)
        {
            return;
        }

        if (previous is { JoinedInto.IsEmpty: false })
        {
            _joined[previous.JoinedInto.Value] = _joined[previous.JoinedInto.Value].Remove(previous.Id);
        }

        if (next is { JoinedInto.IsEmpty: false })
        {
            _joined[next.JoinedInto.Value] = [.. _joined.GetValueOrDefault(next.JoinedInto.Value, []).Add(next.Id).Order()];
        }
    }

    private static bool Waits(ConversationState? conversation) => conversation is { IsOpen: true, UnansweredSince: not null };

    private static int One(bool counts) => counts ? 1 : 0;

    private void PublishItem(long key, WorkItemSnapshot item)
    {
        if (item.Status == WorkStatus.Done)
        {
            _items.TryRemove(key, out _);
            _itemByConversation.TryRemove(new(item.Conversation.Value, key));
            return;
        }

        _items[key] = item;
        if (item.IsOpen)
        {
            _itemByConversation[item.Conversation.Value] = key;
        }
        else
        {
            _itemByConversation.TryRemove(new(item.Conversation.Value, key));
        }
    }

    private static void Put<T>(ConcurrentDictionary<long, T> into, long key, object? value)
        where T : class
    {
        if (value is T typed)
        {
            into[key] = typed;
        }
        else
        {
            into.TryRemove(key, out _);
        }
    }
}
