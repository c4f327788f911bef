namespace OmniChannel.Routing.Rows;

/// <summary>
/// Routing of a workspace: rows of agents and work, which are stored, undone and replayed, and a <see cref="RoutingCore"/> that decides. The
/// rows hold all that the core remembers. Whenever they changed without the core (loaded, replayed or undone) it is made from them again.
/// </summary>
/// <remarks>Not thread-safe: one writer.</remarks>
internal sealed partial class WorkspaceRouting
{
    private readonly RoutingSetup _setup;
    private readonly Action<RoutingFact> _apply;
    private readonly IRoutingMemory _memory;
    private readonly Dictionary<long, long> _byConversation = [];
    private readonly Dictionary<long, long> _byOffer = [];
    private readonly WorkFacts _facts;
    private bool _emits;

    /// <param name="setup">What it is built from.</param>
    /// <param name="undo">The workspace's undo log.</param>
    /// <param name="dirty">The workspace's changed keys.</param>
    /// <param name="apply">Applies a fact to the workspace's state.</param>
    /// <param name="memory">What it remembers besides.</param>
    public WorkspaceRouting(
        RoutingSetup setup, UndoLog undo, HashSet<RowKey> dirty, Action<RoutingFact> apply, IRoutingMemory memory)
    {
        _setup = setup;
        _apply = apply;
        _memory = memory;
        _facts = new() { Added = OnFact };
        Agents = new(StateTable.Agents, undo, dirty, RoutingJson.Default.AgentSnapshot, _ => 0, _ => true, (previous, next) =>
        {
            Changed(true);
            AgentIndexed?.Invoke(previous, next);
        });
        Items = new(StateTable.WorkItems, undo, dirty, RoutingJson.Default.WorkItemSnapshot, w => w.Conversation.Value, w => w.Status != WorkStatus.Done, Index);
    }

    public event Action<WorkItemSnapshot?, WorkItemSnapshot?>? ItemIndexed;

    public event Action<AgentSnapshot?, AgentSnapshot?>? AgentIndexed;

    public RoutingSetup Setup => _setup;

    public IReadOnlyDictionary<QueueName, QueueOptions> Queues => _setup.Queues;

    public StateRows<AgentSnapshot> Agents { get; }

    public StateRows<WorkItemSnapshot> Items { get; }

    /// <summary>The agent, or null when they never signed in.</summary>
    public AgentSnapshot? Agent(AgentId agent) => Agents.Find(RoutingKey.Of(agent));

    /// <summary>The item, or null when it is unknown or long done.</summary>
    public WorkItemSnapshot? Item(WorkItemId item) => Items.Find(item.Value);

    /// <summary>The open item of a conversation, or null.</summary>
    public WorkItemSnapshot? ItemOf(ConversationId conversation) =>
        _byConversation.TryGetValue(conversation.Value, out var item) ? Items.Find(item) : null;

    /// <summary>Makes a fact's change without deciding: for replay.</summary>
    public void Apply(RoutingFact fact)
    {
        switch (fact)
        {
            case AgentChanged f:
                Agents.Set(RoutingKey.Of(f.Agent.Profile.Id), f.Agent);
                break;
            case AgentMoved f when Agent(f.Agent) is { } known:
                Agents.Set(RoutingKey.Of(f.Agent), known with
                {
                    IdleSince = f.IdleSince,
                    Turn = f.Turn,
                    Heavy = f.Heavy,
                    ReliefUntil = f.ReliefUntil,
                    ShiftOver = f.ShiftOver,
                });
                break;
            case WorkItemChanged f:
                Items.Set(f.Item.Id.Value, f.Item);
                break;
        }
    }

    /// <summary>What is kept of the batch window changed.</summary>
    public void WindowChanged() => Changed(true);

    private void Index(WorkItemSnapshot? previous, WorkItemSnapshot? next)
    {
        Changed(IsLive(previous) || IsLive(next));
        ItemIndexed?.Invoke(previous, next);
        foreach (var offer in previous?.Offers ?? [])
        {
            _byOffer.Remove(offer.Id.Value);
        }

        foreach (var offer in next?.Offers ?? [])
        {
            _byOffer[offer.Id.Value] = next!.Id.Value;
        }

        if (previous is { IsOpen: true } && _byConversation.GetValueOrDefault(previous.Conversation.Value) == previous.Id.Value)
        {
            _byConversation.Remove(previous.Conversation.Value);
        }

        if (next is { IsOpen: true })
        {
            _byConversation[next.Conversation.Value] = next.Id.Value;
        }
    }

    private static bool IsLive(WorkItemSnapshot? item) => item is not null && item.Status != WorkStatus.Done;

    // A row changed: unless the core did it, the core no longer knows.
    private void Changed(bool matters)
    {
        if (matters && !_emits)
        {
            _core = null;
        }
    }
}
