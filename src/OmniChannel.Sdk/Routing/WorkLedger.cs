using System.Diagnostics.CodeAnalysis;

namespace OmniChannel.Routing;

/// <summary>
/// The owner of agents, work items, offers, capacity and the assignment epoch. Every change is a fact; nothing is decided twice. Not
/// thread-safe: one writer.
/// </summary>
/// <remarks>
/// Work goes to the agent idle longest among those with the queue's skills and room for its weight. Waiting work is taken in the order of
/// priority, then age, then id.
/// </remarks>

internal sealed class WorkLedger
{
    private const int HighestPriority = 9;
    private readonly UndoLog _undo;
    private readonly Dictionary<QueueName, QueueOptions> _queues;
    private readonly SortedSet<(int Urgency, DateTimeOffset Since, long Item)> _waiting = [];
    private readonly Dictionary<AgentId, int> _load = [];
    private readonly Dictionary<long, long> _byConversation = [];

    /// <summary>Makes a core with its queues.</summary>
    public WorkLedger(IEnumerable<QueueOptions> queues)
        : this(queues, new UndoLog(), [])
    {
    }

    internal WorkLedger(IEnumerable<QueueOptions> queues, UndoLog undo, HashSet<RowKey> dirty)
    {
        _undo = undo;
        _queues = queues.ToDictionary(q => q.Name);
        Agents = new(StateTable.Agents, undo, dirty, RoutingJson.Default.AgentSnapshot, _ => 0, _ => true);
        Items = new(
            StateTable.WorkItems, undo, dirty, RoutingJson.Default.WorkItemSnapshot, w => w.Conversation.Value, w => w.Status != WorkStatus.Done, Index);
    }

    /// <summary>The queues by name.</summary>
    public IReadOnlyDictionary<QueueName, QueueOptions> Queues => _queues;

    internal event Action<WorkItemSnapshot?, WorkItemSnapshot?>? ItemIndexed;

    internal StateRows<AgentSnapshot> Agents { get; }

    internal StateRows<WorkItemSnapshot> Items { get; }

    /// <summary>The agent, or null when they never signed in.</summary>
    public AgentSnapshot? Agent(AgentId agent) => Agents.Find(RoutingKey.Of(agent));

    /// <summary>The item, or null when it is unknown or long done.</summary>
    public WorkItemSnapshot? Item(WorkItemId item) => Items.Find(item.Value);

    /// <summary>The item that is not done of a conversation, or null.</summary>
    public WorkItemSnapshot? ItemOf(ConversationId conversation) =>
        _byConversation.TryGetValue(conversation.Value, out var item) ? Items.Find(item) : null;

    /// <summary>Place in its queue, 1 for the next; null when it does not wait.</summary>
    public int? PositionOf(WorkItemId item)
    {
        var found = Item(item);
        return found?.Status != WorkStatus.Waiting ? null : 1 + _waiting.Count(w => Items.Get(w.Item) is var other && other.Queue == found.Queue
            && w.CompareTo(Order(found)) < 0);
    }

    /// <summary>Agents who could serve a queue: those with its skills who are not offline.</summary>
    public int AgentsFor(QueueName queue) => Agents.Values.Count(a => a.Presence != Presence.Offline && HasSkills(a, queue));

    /// <summary>What an agent holds and is offered, by weight.</summary>
    public int LoadOf(AgentId agent) => _load.GetValueOrDefault(agent);

    /// <summary>Signs an agent in, or replaces the profile of one who is.</summary>
    public void SignIn(AgentProfile profile, Presence presence, DateTimeOffset at, ICollection<RoutingFact> facts)
    {
        ArgumentNullException.ThrowIfNull(profile);
        var known = Agent(profile.Id);
        var next = new AgentSnapshot { Profile = profile, Presence = presence, IdleSince = known?.IdleSince ?? at };
        if (known is null || !RoutingEquality.Same(known, next))
        {
            Emit(new AgentChanged { Agent = next }, facts);
        }
    }

    /// <summary>Changes an agent's presence; false when they never signed in.</summary>
    public bool SetPresence(AgentId agent, Presence presence, ICollection<RoutingFact> facts)
    {
        if (Agent(agent) is not { } known)
        {
            return false;
        }

        if (known.Presence != presence)
        {
            Emit(new AgentChanged { Agent = known with { Presence = presence } }, facts);
            if (presence != Presence.Available)
            {
                WithdrawOffers(agent, facts);
            }
        }

        return true;
    }

    /// <summary>Puts new work into its queue.</summary>
    public void Enqueue(WorkItemSnapshot item, ICollection<RoutingFact> facts)
    {
        ArgumentNullException.ThrowIfNull(item);
        RequireQueue(item.Queue);
        Emit(new WorkItemChanged { Item = item with { Status = WorkStatus.Waiting, Epoch = item.Epoch + 1 }, Cause = WorkCause.Queued }, facts);
    }

    /// <summary>The agent takes the offer. Of two who try, one gets it: the offer is gone for the other.</summary>
    public bool Accept(WorkOfferId offer, AgentId agent, DateTimeOffset at, ICollection<RoutingFact> facts)
    {
        if (Offered(offer, agent) is not { } item)
        {
            return false;
        }

        var taken = item with
        {
            Status = WorkStatus.Assigned,
            Agent = agent,
            Offer = null,
            Why = item.Offer!.Why,
            Epoch = item.Epoch + 1,
            Preferred = default,
            PreferredUntil = null,
        };
        Emit(new WorkItemChanged { Item = taken, Cause = WorkCause.Accepted, By = agent }, facts);
        Emit(new AgentChanged { Agent = Agent(agent)! with { IdleSince = at } }, facts);
        return true;
    }

    /// <summary>The agent declines, or let the offer run out; the item waits again with its age.</summary>
    public bool End(WorkOfferId offer, AgentId agent, WorkCause cause, DateTimeOffset at, ICollection<RoutingFact> facts)
    {
        if (Offered(offer, agent) is not { } item)
        {
            return false;
        }

        var until = at + RequireQueue(item.Queue).DeclineCooldown;
        var next = Unoffered(item) with
        {
            Cooldowns = [.. item.Cooldowns.Where(c => c.Agent != agent && c.Until > at), new() { Agent = agent, Until = until }],
            Preferred = item.Preferred == agent ? default : item.Preferred,
            PreferredUntil = item.Preferred == agent ? null : item.PreferredUntil,
        };
        Emit(new WorkItemChanged { Item = next, Cause = cause, By = agent }, facts);
        return true;
    }

    /// <summary>Moves an item back to waiting with changes: a transfer, an escalation, a release, a call that rings.</summary>
    public void Requeue(WorkItemSnapshot item, WorkCause cause, AgentId by, ICollection<RoutingFact> facts)
    {
        ArgumentNullException.ThrowIfNull(item);
        RequireQueue(item.Queue);
        var next = Unoffered(item) with { Agent = default, Epoch = item.Epoch + 1 };
        Emit(new WorkItemChanged { Item = next, Cause = cause, By = by }, facts);
    }

    /// <summary>Where escalated work goes: the queue's escalation queue, else the same one at a higher priority.</summary>
    public WorkItemSnapshot Escalated(WorkItemSnapshot item)
    {
        ArgumentNullException.ThrowIfNull(item);
        var target = RequireQueue(item.Queue).Escalation;
        return item with { Queue = target.IsEmpty ? item.Queue : target, Priority = Math.Min(HighestPriority, item.Priority + 1) };
    }

    /// <summary>Ends an item; its agent is free for other work.</summary>
    public void Finish(WorkItemSnapshot item, WorkCause cause, DateTimeOffset at, ICollection<RoutingFact> facts)
    {
        ArgumentNullException.ThrowIfNull(item);
        var holder = item.Status == WorkStatus.Assigned ? item.Agent : item.Offer?.Agent ?? default;
        var done = item with { Status = WorkStatus.Done, Offer = null, Epoch = item.Epoch + 1 };
        Emit(new WorkItemChanged { Item = done, Cause = cause, By = holder }, facts);
        if (!item.Agent.IsEmpty && Agent(item.Agent) is { } agent && LoadOf(item.Agent) == 0)
        {
            Emit(new AgentChanged { Agent = agent with { IdleSince = at } }, facts);
        }
    }

    /// <summary>Offers the most urgent waiting work that somebody can take; false when nothing fits. Call it until it does.</summary>
    public bool Match(DateTimeOffset at, Func<long> newId, ICollection<RoutingFact> facts)
    {
        ArgumentNullException.ThrowIfNull(newId);
        if (Agents.Count == 0)
        {
            return false;
        }

        foreach (var (_, _, id) in _waiting)
        {
            var item = Items.Get(id);
            if (Candidates.Best(item, RequireQueue(item.Queue), Agents.Values, _load, at) is not { } choice)
            {
                continue;
            }

            var offer = new WorkOffer
            {
                Id = new(newId()),
                Agent = choice.Agent,
                OfferedAt = at,
                ExpiresAt = at + RequireQueue(item.Queue).OfferTimeout,
                Why = choice.Why,
            };
            Emit(new WorkItemChanged { Item = item with { Status = WorkStatus.Offered, Offer = offer }, Cause = WorkCause.Offered, By = choice.Agent }, facts);
            return true;
        }

        return false;
    }

    /// <summary>A call on an assigned item is over: it weighs less from now on and stays with its agent.</summary>
    public void Lighten(WorkItemSnapshot item, ChannelMedium medium, int weight, ICollection<RoutingFact> facts)
    {
        ArgumentNullException.ThrowIfNull(item);
        Emit(new WorkItemChanged { Item = item with { Medium = medium, Weight = weight }, Cause = WorkCause.Lightened, By = item.Agent }, facts);
    }

    /// <summary>Why an item went to its agent, or why it still waits.</summary>
    public Explanation Explain(WorkItemId item, DateTimeOffset at) =>
        Item(item) is not { } found ? Explanation.Of("routing.unknown")
        : found.Offer?.Why ?? found.Why ?? Candidates.WhyWaiting(found, RequireQueue(found.Queue), Agents.Values, _load, at);

    /// <summary>When an item next needs attention without anybody doing anything; null for never.</summary>
    public DateTimeOffset? DeadlineOf(WorkItemSnapshot item)
    {
        ArgumentNullException.ThrowIfNull(item);
        if (item.Status == WorkStatus.Offered)
        {
            return item.Offer!.ExpiresAt;
        }

        if (item.Status != WorkStatus.Waiting)
        {
            return null;
        }

        var queue = RequireQueue(item.Queue);
        var due = queue.Overflow.IsEmpty ? (DateTimeOffset?)null : item.QueuedAt + queue.OverflowAfter;
        due = Earlier(due, item.PreferredUntil);
        return item.Cooldowns.Aggregate(due, (d, c) => Earlier(d, c.Until));
    }

    /// <summary>What time alone does to an item: an offer runs out, a wait overflows, a cool-down or a preference ends.</summary>
    public void Elapse(WorkItemId id, DateTimeOffset at, ICollection<RoutingFact> facts)
    {
        if (Item(id) is not { } item || DeadlineOf(item) is not { } due || due > at)
        {
            return;
        }

        if (item.Status == WorkStatus.Offered)
        {
            End(item.Offer!.Id, item.Offer.Agent, WorkCause.Expired, at, facts);
            return;
        }

        var queue = RequireQueue(item.Queue);
        var next = item with
        {
            Cooldowns = [.. item.Cooldowns.Where(c => c.Until > at)],
            Preferred = item.PreferredUntil <= at ? default : item.Preferred,
            PreferredUntil = item.PreferredUntil <= at ? null : item.PreferredUntil,
        };
        var overflows = !queue.Overflow.IsEmpty && item.QueuedAt + queue.OverflowAfter <= at;
        Emit(
            overflows
                ? new WorkItemChanged { Item = next with { Queue = queue.Overflow, QueuedAt = at, Epoch = item.Epoch + 1 }, Cause = WorkCause.Overflowed }
                : new WorkItemChanged { Item = next, Cause = WorkCause.Resumed },
            facts);
    }

    /// <summary>Makes a fact's change without deciding: for start-up and replay.</summary>
    public void Apply(RoutingFact fact)
    {
        switch (fact)
        {
            case AgentChanged f:
                Agents.Set(RoutingKey.Of(f.Agent.Profile.Id), f.Agent);
                break;
            case WorkItemChanged f:
                Items.Set(f.Item.Id.Value, f.Item);
                break;
        }
    }

    /// <summary>A position to roll back to.</summary>
    public long Mark() => _undo.Mark();

    /// <summary>Takes back everything after a mark.</summary>
    public void RollbackTo(long mark) => _undo.RollbackTo(mark);

    internal IEnumerable<WorkItemSnapshot> Waiting => _waiting.Select(w => Items.Get(w.Item));

    internal bool HasSkills(AgentSnapshot agent, QueueName queue) => Candidates.HasSkills(agent, RequireQueue(queue));

    /// <summary>Nobody waits for an agent who left: what they were offered is offered to others, and they are asked again when they are back.</summary>
    private void WithdrawOffers(AgentId agent, ICollection<RoutingFact> facts)
    {
        foreach (var item in Items.Values.Where(w => w.Status == WorkStatus.Offered && w.Offer!.Agent == agent).OrderBy(w => w.Id).ToList())
        {
            Emit(new WorkItemChanged { Item = Unoffered(item), Cause = WorkCause.Withdrawn, By = agent }, facts);
        }
    }

    private static WorkItemSnapshot Unoffered(WorkItemSnapshot item) => item with { Status = WorkStatus.Waiting, Offer = null, Why = null };

    private static DateTimeOffset? Earlier(DateTimeOffset? left, DateTimeOffset? right) => left is null || right < left ? right ?? left : left;

    private static (int Urgency, DateTimeOffset Since, long Item) Order(WorkItemSnapshot item) => (-item.Priority, item.CreatedAt, item.Id.Value);

    private QueueOptions RequireQueue(QueueName queue) =>
        _queues.GetValueOrDefault(queue) ?? throw new ArgumentException($"There is no queue '{queue}'. Add it with AddQueue(\"{queue}\").", nameof(queue));

    private WorkItemSnapshot? Offered(WorkOfferId offer, AgentId agent) =>
        Items.Values.FirstOrDefault(w => w.Status == WorkStatus.Offered && w.Offer!.Id == offer && w.Offer.Agent == agent);

    private void Emit(RoutingFact fact, ICollection<RoutingFact> facts)
    {
        Apply(fact);
        facts.Add(fact);
    }

    private void Index(WorkItemSnapshot? previous, WorkItemSnapshot? next)
    {
        ItemIndexed?.Invoke(previous, next);
        if (previous is not null)
        {
            _waiting.Remove(Order(previous));
            AddLoad(previous, -previous.Weight);
            if (previous.Status != WorkStatus.Done && _byConversation.GetValueOrDefault(previous.Conversation.Value) == previous.Id.Value)
            {
                _byConversation.Remove(previous.Conversation.Value);
            }
        }

        if (next is null)
        {
            return;
        }

        AddLoad(next, next.Weight);
        if (next.Status == WorkStatus.Waiting)
        {
            _waiting.Add(Order(next));
        }

        if (next.Status != WorkStatus.Done)
        {
            _byConversation[next.Conversation.Value] = next.Id.Value;
        }
    }

    private void AddLoad(WorkItemSnapshot item, int weight)
    {
        var agent = item.Status switch
        {
            WorkStatus.Assigned => item.Agent,
            WorkStatus.Offered => item.Offer!.Agent,
            _ => default,
        };
        if (!agent.IsEmpty)
        {
            _load[agent] = _load.GetValueOrDefault(agent) + weight;
        }
    }
}
