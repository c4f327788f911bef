namespace OmniChannel.Engagement.State;

/// <summary>Everything a workspace decides from, in memory: the cores, the tables and the indexes over them.</summary>
internal sealed partial class WorkspaceState : IRoutingMemory
{
    private static readonly long WindowKey = RoutingKey.Of(OpenWindow.Name);
    private readonly IStateRows[] _tables;
    private readonly Dictionary<string, long> _callBySession = [];
    private readonly Dictionary<long, SortedSet<(long Order, long Message)>> _lines = [];
    private readonly Holds _holds = new();

    public WorkspaceState(WorkspaceHead head, WorkspaceRules rules)
    {
        Head = head;
        Rules = rules;
        Identity = new(head.HashKey, new() { Region = rules.Region, Types = rules.IdentifierTypes }, Undo, Dirty);
        Identity.EndMoved += (atom, previous, next) => Deadlines.Move(TimerKind.Tie, atom, previous, next);
        Routing = new(new(rules.Queues, rules.Routing, rules.CallWeight), Undo, Dirty, Apply, this);
        Hasher = new(head.HashKey);
        var json = StateJson.Default;
        Conversations = new(StateTable.Conversations, Undo, Dirty, json.ConversationState, c => c.Atom, c => c.IsOpen || c.Call is not null, IndexConversation);
        Messages = new(StateTable.Messages, Undo, Dirty, json.MessageState, m => m.Conversation.Value, m => m.IsInLine, IndexMessage);
        ProviderIds = new(StateTable.ProviderIds, Undo, Dirty, json.ProviderIdState, p => 0, _ => false);
        Profiles = new(StateTable.Profiles, Undo, Dirty, json.ProfileState, _ => 0, _ => false);
        Effects = new(StateTable.Effects, Undo, Dirty, json.EffectState, e => e.Conversation.Value, _ => true, IndexEffect);
        Settings = new(StateTable.Settings, Undo, Dirty, json.SettingState, _ => 0, _ => true, IndexSetting);
        // In the order of their numbers.
        _tables =
        [
            Identity.Identifiers, Identity.Atoms, Identity.Verdicts, Profiles, Conversations, Messages, ProviderIds, Routing.Agents, Routing.Items, Effects, Settings,
        ];
        Routing.AgentIndexed += (previous, next) =>
            Deadlines.Move(TimerKind.Agent, RoutingKey.Of((next ?? previous)!.Profile.Id), previous?.Deadline, next?.Deadline);
        Routing.ItemIndexed += (previous, next) =>
            Deadlines.Move(TimerKind.Work, (next ?? previous)!.Id.Value, previous?.Deadline, next?.Deadline);
    }

    public WorkspaceHead Head { get; }

    public WorkspaceRules Rules { get; }

    public UndoLog Undo { get; } = new();

    /// <summary>Keys changed since the last batch was taken.</summary>
    public HashSet<RowKey> Dirty { get; } = [];

    public Deadlines Deadlines { get; } = new();

    public IdentityLedger Identity { get; }

    public WorkspaceRouting Routing { get; }

    public IdentifierHasher Hasher { get; }

    public StateRows<ConversationState> Conversations { get; }

    public StateRows<MessageState> Messages { get; }

    public StateRows<ProviderIdState> ProviderIds { get; }

    public StateRows<ProfileState> Profiles { get; }

    public StateRows<EffectState> Effects { get; }

    public StateRows<SettingState> Settings { get; }

    public IStateRows Table(StateTable table) => _tables[table.Number];

    public IEnumerable<IStateRows> Tables => _tables;

    /// <summary>The atom of an address; 0 when nobody was seen there.</summary>
    public long AtomOf(ChannelAddress address) => Identity.KeyOf(Identifier.Address(address)) is { } key ? Identity.AtomOf(key) : 0;

    /// <summary>The atoms that an identifier is tied to by more than a claim.</summary>
    public IReadOnlyList<long> AtomsOf(Identifier identifier) =>
        Identity.KeyOf(identifier) is { } key && Identity.Identifiers.Find(key.High) is { } found && found.Key == key ? found.Atoms : [];

    public ConversationState? ByCall(string sessionId) => _callBySession.TryGetValue(sessionId, out var id) ? Conversations.Find(id) : null;

    /// <summary>True once the process stops: no call to a provider begins any more. Not part of the journal: the next start begins without it.</summary>
    public bool IsStopping { get; set; }

    /// <summary>The first in a recipient's line who is not held back; null for none.</summary>
    public MessageState? FirstInLine(long recipient)
    {
        foreach (var (_, id) in _lines.TryGetValue(recipient, out var line) ? line : [])
        {
            if (Messages.Find(id) is { State: not DeliveryState.Held } message)
            {
                return message;
            }
        }

        return null;
    }

    /// <summary>What is held back of a recipient's line, in its order.</summary>
    public IReadOnlyList<MessageState> HeldFor(long recipient) =>
        _lines.TryGetValue(recipient, out var line) ? [.. line.Select(m => Messages.Get(m.Message)).Where(m => m.State == DeliveryState.Held)] : [];

    /// <summary>True while a call to the recipient is under way.</summary>
    public bool IsSending(long recipient) =>
        _lines.TryGetValue(recipient, out var line) && line.Any(m => Messages.Get(m.Message).State == DeliveryState.Sending);

    public void Apply(object fact)
    {
        switch (fact)
        {
            case IdentityFact f:
                Identity.Apply(f);
                break;
            case QueueServed f:
                Keep(ServedQueue.Name(f.Queue), ServedQueue.Write(f));
                break;
            case SkillPriced f:
                Keep(ScarceSkill.Name(f.Skill), ScarceSkill.Write(f.Waits));
                break;
            case WindowMoved f:
                Settings.Set(WindowKey, f.Until is { } until ? new() { Name = OpenWindow.Name, Value = OpenWindow.Write(until) } : null);
                break;
            case RoutingFact f:
                Routing.Apply(f);
                break;
            default:
                StateFold.Apply(this, fact);
                break;
        }
    }

    DateTimeOffset? IRoutingMemory.Window => OpenWindow.Read(Settings.Find(WindowKey)?.Value);

    QueueServed? IRoutingMemory.Served(QueueName queue) => Kept(ServedQueue.Name(queue)) is { } value ? ServedQueue.Read(queue, value) : null;

    double IRoutingMemory.Scarcity(string skill) => ScarceSkill.Read(Kept(ScarceSkill.Name(skill)));

    private void Keep(string name, string value) => Settings.Set(RoutingKey.Of(name), new() { Name = name, Value = value });

    private string? Kept(string name) => Settings.Find(RoutingKey.Of(name))?.Value;

    private void IndexSetting(SettingState? previous, SettingState? next)
    {
        if ((next ?? previous)!.Name == OpenWindow.Name)
        {
            Routing.WindowChanged();
            Deadlines.Move(TimerKind.Window, 0, OpenWindow.Read(previous?.Value), OpenWindow.Read(next?.Value));
        }
    }

    private void IndexConversation(ConversationState? previous, ConversationState? next)
    {
        if (previous?.Call?.SessionId != next?.Call?.SessionId)
        {
            if (previous?.Call is { } ended && _callBySession.GetValueOrDefault(ended.SessionId) == previous.Id.Value)
            {
                _callBySession.Remove(ended.SessionId);
            }

            if (next?.Call is { } call)
            {
                _callBySession[call.SessionId] = next.Id.Value;
            }
        }

        Deadlines.Move(TimerKind.Verification, (next ?? previous)!.Id.Value, previous?.Verification?.ExpiresAt, next?.Verification?.ExpiresAt);
    }

    private void IndexMessage(MessageState? previous, MessageState? next)
    {
        var message = (next ?? previous)!;
        Deadlines.Move(TimerKind.Message, message.Id.Value, previous?.Due, next?.Due);
        _holds.Move(previous is { IsInLine: true } ? previous.Conversation : null, next is { IsInLine: true } ? next.Conversation : null);
        if (previous is { IsInLine: true } && _lines.TryGetValue(previous.Recipient, out var old))
        {
            old.Remove((previous.Order, previous.Id.Value));
            if (old.Count == 0)
            {
                _lines.Remove(previous.Recipient);
            }
        }

        if (next is { IsInLine: true })
        {
            if (!_lines.TryGetValue(next.Recipient, out var line))
            {
                _lines[next.Recipient] = line = [];
            }

            line.Add((next.Order, next.Id.Value));
        }
    }

    private void IndexEffect(EffectState? previous, EffectState? next)
    {
        Deadlines.Move(TimerKind.Effect, (next ?? previous)!.Id.Value, previous?.NotBefore ?? previous?.Deadline, next?.NotBefore ?? next?.Deadline);
        _holds.Move(previous?.Conversation, next?.Conversation);
    }
}
