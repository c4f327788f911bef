using OmniChannel.Routing.Model;

namespace OmniChannel.Routing.Core;

/// <summary>What a routing core should do, said with lists and loops: the reference that the core is compared with.</summary>
internal sealed partial class NaiveRouter(RoutingOptions options)
{
    private long _now;
    private long _sequence;
    private long _turn = options.Agents.Count;

    public List<NaiveAgent> Agents { get; } =
        [.. options.Agents.Select((a, index) => new NaiveAgent { Index = index, Options = a, Turn = index + 1 })];

    public SortedDictionary<int, NaiveWork> Work { get; } = [];

    public void Advance(long now)
    {
        while (Next() is var (due, work, agent) && due <= now)
        {
            _now = Math.Max(_now, due);
            if (work is not null)
            {
                Fire(work);
            }
            else
            {
                Fire(agent!);
            }
        }

        _now = Math.Max(_now, now);
    }

    public void Enqueue(WorkHandle handle, in WorkRequest request, WorkRequirementOptions? requirement)
    {
        var work = new NaiveWork
        {
            Index = handle.Index,
            Generation = handle.Generation,
            Since = request.Since ?? _now,
            Sequence = ++_sequence,
            Heavy = request.Heavy,
            Queue = request.Queue,
            Class = request.Class ?? ClassOf(options.Queues[request.Queue].Class) ?? 0,
            Requirement = requirement ?? options.Queues[request.Queue].Requirement,
            QueuedAt = _now,
            Preferred = request.Preferred?.Index ?? -1,
            PreferredUntil = request.PreferredUntil ?? long.MinValue,
        };
        Work.Add(handle.Index, work);
        if (request.NotBefore > _now)
        {
            (work.Phase, work.Until) = (WorkPhase.Deferred, request.NotBefore.Value);
            return;
        }

        Arrive(work);
    }

    public void Accept(NaiveWork work, int agent)
    {
        var others = work.Offers.Where(a => a != agent).ToList();
        others.ForEach(a => EndOffer(work, a));
        work.Offers.Clear();
        Agents[agent].Offers.Remove(work);
        (work.Phase, work.Agent) = (WorkPhase.Assigned, agent);
        Settle(Agents[agent]);
        Feed(agent);
        others.ForEach(Feed);
    }

    public void Decline(NaiveWork work, int agent)
    {
        Refuse(work, agent);
        Refused(work);
        Feed(agent);
    }

    public void Complete(NaiveWork work)
    {
        if (work.Phase == WorkPhase.Assigned && ChannelOf(work).WrapUp > 0)
        {
            (work.Phase, work.Until) = (WorkPhase.WrapUp, _now + ChannelOf(work).WrapUp);
            return;
        }

        Finish(work);
    }

    public void Cancel(NaiveWork work)
    {
        var asked = work.Offers.ToList();
        asked.ForEach(a => EndOffer(work, a));
        var holder = work.Agent;
        Unreserve(work);
        Work.Remove(work.Index);
        if (holder >= 0)
        {
            Release(work, holder);
            Feed(holder);
        }

        asked.ForEach(Feed);
    }

    public void Return(NaiveWork work)
    {
        var agent = work.Agent;
        ToQueue(work);
        work.Refusals++;
        CoolDown(work, agent);
        DropPreference(work, agent);
        Release(work, agent);
        Refused(work);
        Feed(agent);
    }

    public void Transfer(NaiveWork work, in WorkTransfer to)
    {
        var asked = work.Offers.ToList();
        asked.ForEach(a => EndOffer(work, a));
        var holder = work.Agent;
        var notBefore = to.NotBefore ?? (work.Phase == WorkPhase.Deferred ? work.Until : long.MinValue);
        if (holder >= 0)
        {
            ToQueue(work);
            Release(work, holder);
        }

        Unreserve(work);
        Move(work, to.Queue ?? work.Queue, to.Queue is null ? work.Requirement : null, to.Class ?? work.Class);
        (work.Preferred, work.PreferredUntil) = (to.Agent?.Index ?? -1, to.AgentUntil ?? long.MinValue);
        if (notBefore > _now)
        {
            (work.Phase, work.Until) = (WorkPhase.Deferred, notBefore);
        }
        else
        {
            Arrive(work);
        }

        if (holder >= 0)
        {
            Feed(holder);
        }

        asked.ForEach(Feed);
    }

    public static void Prioritise(NaiveWork work, int priority) => work.Class = priority;

    public void SetPresence(int agent, int channels)
    {
        var who = Agents[agent];
        var present = channels & ((1 << options.Channels.Count) - 1);
        if (who.Present != present)
        {
            who.IdleSince = who.Present == 0 ? _now : who.IdleSince;
            who.Present = present;
            Settle(who);
            Leave(who);
        }

        MoveOnFromNobody();
        Feed(agent);
    }

    public void SetShiftEnd(int agent, long end)
    {
        (Agents[agent].ShiftEnd, Agents[agent].ShiftOver) = (end, false);
        Settle(Agents[agent]);
        Advance(_now);
        Feed(agent);
    }

    /// <summary>Work that somebody could have now: must be none after an event.</summary>
    public IEnumerable<(NaiveWork Work, NaiveAgent Agent)> Unserved() =>
        from work in Work.Values
        where work.Phase == WorkPhase.Waiting && !options.Queues[work.Queue].Pull
        from agent in Agents
        where CanTake(work, agent)
        select (work, agent);

    // Of what is due at the same time the one with the smallest number.
    private (long Due, NaiveWork? Work, NaiveAgent? Agent) Next()
    {
        var next = (Due: long.MaxValue, Id: long.MaxValue, Work: (NaiveWork?)null, Agent: (NaiveAgent?)null);
        foreach (var work in Work.Values)
        {
            var due = Math.Max(DueOf(work), _now);
            next = (due, (work.Index * 2L) + 1).CompareTo((next.Due, next.Id)) < 0 ? (due, (work.Index * 2) + 1, work, null) : next;
        }

        foreach (var agent in Agents)
        {
            var due = Math.Max(Math.Min(agent.ReliefUntil, agent.ShiftEnd), _now);
            next = (due, (agent.Index * 2L) + 2).CompareTo((next.Due, next.Id)) < 0 ? (due, (agent.Index * 2) + 2, null, agent) : next;
        }

        return (next.Due, next.Work, next.Agent);
    }

    private int? ClassOf(string? name) => name is null ? null : options.Classes.ToList().FindIndex(c => c.Name == name);

    private WorkChannelOptions ChannelOf(NaiveWork work) => options.Channels[Bit(work)];

    private int Bit(NaiveWork work)
    {
        var channel = 0;
        while (options.Channels[channel].Name != work.Requirement.Channel)
        {
            channel++;
        }

        return channel;
    }
}
