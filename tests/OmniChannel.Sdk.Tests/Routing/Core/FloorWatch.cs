using OmniChannel.Routing.Model;

namespace OmniChannel.Routing.Core;

/// <summary>Believes nothing but the facts: who has what, who has room, who could have been served. Written without the core's structures.</summary>
internal sealed class FloorWatch
{
    private readonly RoutingOptions _options;
    private readonly int[] _cost;
    private readonly bool[,,] _fits;
    private readonly int[] _load;
    private readonly bool[] _present;
    private readonly List<FloorEntry> _live = [];
    private readonly FloorEntry?[] _byIndex = new FloorEntry?[64];

    public FloorWatch(RoutingOptions options)
    {
        _options = options;
        (_load, _present) = (new int[options.Agents.Count], new bool[options.Agents.Count]);
        _cost = [.. options.Queues.Select(q => options.Channels.First(c => c.Name == q.Requirement.Channel).Cost)];
        _fits = new bool[options.Queues.Count, 3, options.Agents.Count];
        for (var queue = 0; queue < options.Queues.Count; queue++)
        {
            var asks = options.Queues[queue].Requirement;
            for (var stage = 0; stage <= asks.Rings.Count; stage++)
            {
                var needs = stage == 0 ? asks.Required : asks.Rings[stage - 1].Required;
                for (var agent = 0; agent < options.Agents.Count; agent++)
                {
                    _fits[queue, stage, agent] = needs.All(n => options.Agents[agent].Skills.Any(s => s.Skill == n.Skill && s.Level >= n.Min));
                }
            }
        }
    }

    public int Came { get; private set; }

    public int Left { get; private set; }

    /// <summary>Offers, assignments to the preferred agent, relaxations and holds that were seen: a run in which none came proves nothing.</summary>
    public int[] Seen { get; } = new int[Enum.GetValues<WorkFactKind>().Length];

    public int Preferences { get; private set; }

    public IReadOnlyList<FloorEntry> Live => _live;

    public void See(in WorkFact fact)
    {
        Seen[(int)fact.Kind]++;
        if (fact.Kind == WorkFactKind.PresenceChanged)
        {
            _present[fact.Agent] = fact.Value != 0;
            return;
        }

        if (fact.Kind == WorkFactKind.Enqueued)
        {
            Came++;
            Check(_byIndex[fact.Work] is null, fact, "is there already");
            var came = new FloorEntry(_load.Length)
            {
                Handle = new(fact.Work, fact.Generation),
                Queue = fact.Queue,
                QueuedAt = fact.At,
                Preferred = fact.Agent,
            };
            _byIndex[fact.Work] = came;
            _live.Add(came);
            return;
        }

        var entry = _byIndex[fact.Work]!;
        Check(entry.Handle.Generation == fact.Generation, fact, "speaks of other work");
        Change(entry, fact);
    }

    public void CheckNobodyIdlesForWaitingWork(long now)
    {
        foreach (var entry in _live)
        {
            if (entry.HeldUntil != 0)
            {
                Check(entry.HeldUntil > now, now, entry, "its time has come");
                Check(entry.HeldFor < 0 || (_present[entry.HeldFor] && !HasRoom(entry, entry.HeldFor)), now, entry, "its preferred agent could take it, or is away");
            }

            if (!entry.Waits)
            {
                continue;
            }

            var rings = _options.Queues[entry.Queue].Requirement.Rings;
            Check(entry.Stage == rings.Count || entry.QueuedAt + rings[entry.Stage].After > now, now, entry, "its next ring has come");
            for (var agent = 0; agent < _load.Length; agent++)
            {
                if (_present[agent] && _fits[entry.Queue, entry.Stage, agent] && HasRoom(entry, agent) && entry.Barred[agent] <= now)
                {
                    Assert.Fail($"At {now} work {entry.Handle.Index} of queue {entry.Queue} waits, and agent {agent} could take it.");
                }
            }
        }
    }

    private void Change(FloorEntry entry, in WorkFact fact)
    {
        switch (fact.Kind)
        {
            case WorkFactKind.Offered:
                Take(entry, fact);
                entry.Asked.Add(fact.Agent);
                Check(entry.Asked.Count <= _options.Queues[entry.Queue].ConcurrentOffers, fact, "asks too many");
                break;
            case WorkFactKind.Assigned:
                Check(entry.Asked.Count == 0, fact, "others are asked");
                Take(entry, fact);
                entry.Holder = fact.Agent;
                break;
            case WorkFactKind.Accepted:
                Check(entry.Asked.Count == 1 && entry.Asked.Remove(fact.Agent), fact, "was not asked, or others are still");
                entry.Holder = fact.Agent;
                break;
            case WorkFactKind.Declined or WorkFactKind.Expired or WorkFactKind.Withdrawn:
                Check(entry.Asked.Remove(fact.Agent), fact, "was not asked");
                Give(entry, fact);
                break;
            case WorkFactKind.Returned:
                Check(entry.Holder == fact.Agent, fact, "does not have it");
                Give(entry, fact);
                entry.Holder = -1;
                break;
            case WorkFactKind.Completed or WorkFactKind.Cancelled:
                Check(entry.Asked.Count == 0, fact, "others are asked");
                _load[Math.Max(0, entry.Holder)] -= entry.Holder < 0 ? 0 : _cost[entry.Queue];
                _byIndex[fact.Work] = null;
                _live.Remove(entry);
                Left++;
                break;
            case WorkFactKind.Transferred:
                Check(entry.Holder < 0 && entry.Asked.Count == 0, fact, "is with an agent");
                (entry.Queue, entry.Stage, entry.QueuedAt, entry.Preferred) = (fact.Queue, 0, fact.At, fact.Agent);
                (entry.HeldUntil, entry.HeldFor) = (0, -1);
                break;
            case WorkFactKind.Held:
                Check(entry.Waits && (fact.Agent < 0 || fact.Agent == entry.Preferred), fact, "does not wait");
                (entry.HeldUntil, entry.HeldFor) = (fact.Until, fact.Agent);
                break;
            case WorkFactKind.Resumed:
                (entry.HeldUntil, entry.HeldFor) = (0, -1);
                break;
            case WorkFactKind.Relaxed:
                Check(++entry.Stage == fact.Value, fact, "skips a ring");
                break;
        }
    }

    // Only the preferred agent needs no skills.
    private void Take(FloorEntry entry, in WorkFact fact)
    {
        var preferred = fact.Value == (long)RoutingReason.Preferred;
        Preferences += preferred ? 1 : 0;
        Check(entry.Holder < 0 && !entry.Asked.Contains(fact.Agent), fact, "has it twice");
        Check(entry.HeldUntil == 0 || entry.HeldFor == fact.Agent, fact, "waits for its time or for another");
        Check(preferred ? entry.Preferred == fact.Agent : _fits[entry.Queue, entry.Stage, fact.Agent], fact, "lacks a skill");
        Check(_present[fact.Agent], fact, "is not there");
        Check(entry.Barred[fact.Agent] <= fact.At, fact, "declined it");
        (entry.HeldUntil, entry.HeldFor) = (0, -1);
        _load[fact.Agent] += _cost[entry.Queue];
        Check(_load[fact.Agent] <= _options.Agents[fact.Agent].Capacity, fact, "has too much");
    }

    private void Give(FloorEntry entry, in WorkFact fact)
    {
        _load[fact.Agent] -= _cost[entry.Queue];
        entry.Barred[fact.Agent] = Math.Max(entry.Barred[fact.Agent], fact.Until);
        entry.Preferred = fact.Kind != WorkFactKind.Withdrawn && entry.Preferred == fact.Agent ? -1 : entry.Preferred;
    }

    private bool HasRoom(FloorEntry entry, int agent) => _load[agent] + _cost[entry.Queue] <= _options.Agents[agent].Capacity;

    private static void Check(bool holds, in WorkFact fact, string reason)
    {
        if (!holds)
        {
            Assert.Fail($"{fact}: {reason}");
        }
    }

    private static void Check(bool holds, long now, FloorEntry entry, string reason)
    {
        if (!holds)
        {
            Assert.Fail($"At {now} work {entry.Handle.Index} of queue {entry.Queue} waits: {reason}.");
        }
    }
}
