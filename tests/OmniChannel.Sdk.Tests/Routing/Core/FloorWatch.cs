namespace OmniChannel.Routing.Core;

/// <summary>Believes nothing but the facts: who has what, who has room, who could have been served. Written without the core's structures.</summary>
internal sealed class FloorWatch(bool[,] fits, int[] cost, int[] channelOf, int[] capacity)
{
    private readonly Dictionary<int, Entry> _work = [];
    private readonly int[] _load = new int[capacity.Length];
    private readonly bool[] _present = new bool[capacity.Length];

    public int Came { get; private set; }

    public int Left { get; private set; }

    public int Live => _work.Count;

    public IReadOnlyDictionary<int, Entry> Work => _work;

    public void See(in WorkFact fact)
    {
        if (fact.Kind == WorkFactKind.PresenceChanged)
        {
            _present[fact.Agent] = fact.Value != 0;
            return;
        }

        if (fact.Kind == WorkFactKind.Enqueued)
        {
            Came++;
            _work.Add(fact.Work, new() { Handle = new(fact.Work, fact.Generation), Queue = fact.Queue });
            return;
        }

        var entry = _work[fact.Work];
        Check(entry.Handle.Generation == fact.Generation, fact, "speaks of other work");
        switch (fact.Kind)
        {
            case WorkFactKind.Offered:
                Take(entry, fact);
                entry.Offered = true;
                break;
            case WorkFactKind.Assigned:
                Take(entry, fact);
                break;
            case WorkFactKind.Accepted:
                Check(entry.Offered && entry.Agent == fact.Agent, fact, "was not asked");
                entry.Offered = false;
                break;
            case WorkFactKind.Declined or WorkFactKind.Expired or WorkFactKind.Withdrawn or WorkFactKind.Returned:
                Check(entry.Agent == fact.Agent, fact, "does not have it");
                Give(entry);
                entry.Barred[fact.Agent] = fact.Until;
                break;
            case WorkFactKind.Completed or WorkFactKind.Cancelled:
                Give(entry);
                _work.Remove(fact.Work);
                Left++;
                break;
            case WorkFactKind.Transferred:
                Check(entry.Agent < 0, fact, "is with an agent");
                entry.Queue = fact.Queue;
                break;
        }
    }

    public void CheckNobodyIdlesForWaitingWork(long now)
    {
        foreach (var (index, entry) in _work)
        {
            for (var agent = 0; entry.Agent < 0 && agent < capacity.Length; agent++)
            {
                if (_present[agent] && fits[entry.Queue, agent] && _load[agent] + cost[channelOf[entry.Queue]] <= capacity[agent]
                    && (!entry.Barred.TryGetValue(agent, out var until) || until <= now))
                {
                    Assert.Fail($"At {now} work {index} of queue {entry.Queue} waits, and agent {agent} could take it.");
                }
            }
        }
    }

    private void Take(Entry entry, in WorkFact fact)
    {
        Check(entry.Agent < 0, fact, "has it twice");
        Check(fits[entry.Queue, fact.Agent], fact, "lacks a skill");
        Check(_present[fact.Agent], fact, "is not there");
        entry.Agent = fact.Agent;
        _load[fact.Agent] += cost[channelOf[entry.Queue]];
        Check(_load[fact.Agent] <= capacity[fact.Agent], fact, "has too much");
    }

    private void Give(Entry entry)
    {
        if (entry.Agent >= 0)
        {
            _load[entry.Agent] -= cost[channelOf[entry.Queue]];
        }

        (entry.Agent, entry.Offered) = (-1, false);
    }

    private static void Check(bool holds, in WorkFact fact, string reason)
    {
        if (!holds)
        {
            Assert.Fail($"{fact}: {reason}");
        }
    }

    internal sealed class Entry
    {
        public required WorkHandle Handle { get; init; }

        public required int Queue { get; set; }

        public int Agent { get; set; } = -1;

        public bool Offered { get; set; }

        public Dictionary<int, long> Barred { get; } = [];
    }
}
