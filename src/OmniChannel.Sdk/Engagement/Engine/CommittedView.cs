using System.Collections.Concurrent;

namespace OmniChannel.Engagement.Engine;

/// <summary>
/// Committed state for readers on any thread: the values are immutable and replaced whole after each commit. It has the conversations that the
/// engine has in memory; <see cref="ConversationReader"/> reads the others.
/// </summary>
internal sealed class CommittedView
{
    private readonly ConcurrentDictionary<long, ConversationState> _conversations = new();
    private readonly ConcurrentDictionary<long, AgentSnapshot> _agents = new();
    private readonly ConcurrentDictionary<long, WorkItemSnapshot> _items = new();
    private readonly ConcurrentDictionary<long, long> _itemByConversation = new();
    private readonly ConcurrentDictionary<long, long> _customers = new();
    private readonly ConcurrentDictionary<IdentifierKey, long> _atoms = new();
    private readonly ConcurrentDictionary<long, (long Last, ImmutableArray<long> Opened)> _threads = new();
    private readonly ConcurrentDictionary<long, SettingState> _settings = new();
    private readonly ConcurrentDictionary<long, VerdictState> _suggestions = new();
    private readonly ConcurrentDictionary<long, EffectState> _putOff = new();
    private int _resident;
    private int _open;
    private int _unanswered;

    public long Sequence { get; private set; }

    public IEnumerable<ConversationState> Conversations => _conversations.Values;

    /// <summary>How many conversations are in memory.</summary>
    public int Resident => Volatile.Read(ref _resident);

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
        var found = Row(id);
        while (found is { JoinedInto.IsEmpty: false })
        {
            found = Row(found.JoinedInto);
        }

        return found;
    }

    /// <summary>The conversation itself, whatever it became part of; null when it is not in memory.</summary>
    public ConversationState? Row(ConversationId id) => _conversations.GetValueOrDefault(id.Value);

    /// <summary>Where an atom last began to take part, and what it opened that still matters; empty for nothing.</summary>
    public (ConversationId Last, ImmutableArray<long> Opened) ThreadsOf(long atom) =>
        _threads.TryGetValue(atom, out var found) ? (new(found.Last), found.Opened.IsDefault ? [] : found.Opened) : (default, []);

    public AgentSnapshot? Agent(AgentId agent) => _agents.GetValueOrDefault(RoutingKey.Of(agent));

    public WorkItemSnapshot? ItemOf(ConversationId conversation) =>
        _itemByConversation.TryGetValue(conversation.Value, out var item) ? _items.GetValueOrDefault(item) : null;

    /// <summary>The customer that an atom or an old customer id belongs to; 0 when unknown.</summary>
    public long CustomerOf(long atom) => _customers.GetValueOrDefault(atom);

    /// <summary>Every atom, in the order of their numbers.</summary>
    public IReadOnlyList<long> Atoms => [.. _customers.Keys.Order()];

    /// <summary>The atom of an address or a record; 0 when there is none.</summary>
    public long AtomOf(IdentifierKey key) => _atoms.GetValueOrDefault(key);

    public string? Setting(string name) => _settings.GetValueOrDefault(RoutingKey.Of(name))?.Value;

    public void Publish(long sequence, IEnumerable<(IStateRows Table, long Key, object? Value)> rows)
    {
        foreach (var (table, key, value) in rows)
        {
            Publish(table.Table, key, value);
        }

        Sequence = sequence;
    }

    /// <summary>A conversation is in memory again, as it was committed. It counted all the time.</summary>
    public void Return(ConversationState conversation)
    {
        _conversations[conversation.Id.Value] = conversation;
        Volatile.Write(ref _resident, _resident + 1);
    }

    /// <summary>A conversation leaves memory, and still counts.</summary>
    public void Leave(ConversationId conversation)
    {
        if (_conversations.TryRemove(conversation.Value, out _))
        {
            Volatile.Write(ref _resident, _resident - 1);
        }
    }

    private void Publish(StateTable table, long key, object? value)
    {
        if (table == StateTable.Conversations)
        {
            Count(_conversations.GetValueOrDefault(key), value as ConversationState);
            Put(_conversations, key, value);
        }
        else if (table == StateTable.Agents)
        {
            Put(_agents, key, value);
        }
        else if (table == StateTable.Atoms && value is AtomState atom)
        {
            _customers[key] = atom.Customer;
            _atoms[atom.Key] = key;
            if (atom.Conversation != 0 || !atom.Opened.IsDefaultOrEmpty)
            {
                _threads[key] = (atom.Conversation, atom.Opened);
            }
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

    /// <summary>Only the writer publishes, so that the counts need no lock.</summary>
    private void Count(ConversationState? previous, ConversationState? next)
    {
        Volatile.Write(ref _open, _open + One(next is { IsOpen: true }) - One(previous is { IsOpen: true }));
        Volatile.Write(ref _unanswered, _unanswered + One(Waits(next)) - One(Waits(previous)));
        Volatile.Write(ref _resident, _resident + One(next is not null) - One(previous is not null));
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
