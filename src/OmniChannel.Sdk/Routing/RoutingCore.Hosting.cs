using OmniChannel.Routing.Structures;

namespace OmniChannel.Routing;

// For a host that keeps the core's state in rows of its own: what it reads after each fact, and how a core is made from the rows again.
public sealed partial class RoutingCore
{
    internal Catalogue Catalogue => _catalogue;

    internal WorkRow RowOf(int work) => _work.Read(work);

    internal AgentRow RowOf(AgentHandle agent) => _agents.Read(Checked(agent));

    internal QueueRow QueueRowOf(int queue) => _queues.Read(queue);

    internal bool HasOpenOffer(int work, int agent) => HasOffer(_work.Read(work), agent);

    /// <summary>When time alone does something to an item; <see cref="long.MaxValue"/> for never.</summary>
    internal long DeadlineOf(int work) => DeadlineOf(_work.Read(work));

    internal void ReadCooldowns(int work, List<(int Agent, long Until)> into)
    {
        for (var at = _work.Read(work).Cooldown; at != None; at = _cooldowns.Read(at).Next)
        {
            into.Add((_cooldowns.Read(at).Agent, _cooldowns.Read(at).Until));
        }
    }

    /// <summary>Numbers the work that comes from here on after this.</summary>
    internal void ContinueAfter(long sequence)
    {
        ref var core = ref _core.Edit(0);
        core.Sequence = Math.Max(core.Sequence, sequence);
    }

    /// <summary>Does what the deadline of one item says, if it has come.</summary>
    internal void Elapse(WorkHandle work, long now, WorkFacts facts)
    {
        _now = Math.Max(_now, now);
        if (Exists(work) && DeadlineOf(work.Index) <= _now)
        {
            OnWorkTimer(work.Index, facts);
        }
    }

    /// <summary>Gives what waits to everybody who can take it: after the options changed between two runs.</summary>
    internal void Resume(long now, WorkFacts facts)
    {
        _now = Math.Max(_now, now);
        var byTurn = Enumerable.Range(0, _agents.Count).OrderBy(a => _agents.Read(a).Turn).ToList();
        MoveOnFromNobody(facts);
        FeedAll(byTurn, facts);
    }

    /// <summary>Sets what an agent, who was just added, was before; then their work is restored.</summary>
    internal void Restore(AgentHandle agent, int present, long idleSince, long turn)
    {
        ref var row = ref _agents.Edit(agent.Index);
        (row.Present, row.IdleSince, row.Turn) = (present, idleSince, turn);
        ref var core = ref _core.Edit(0);
        core.Turn = Math.Max(core.Turn, turn);
    }

    internal void RestoreBreaks(AgentHandle agent, int heavy, long reliefUntil, long shiftEnd, bool shiftOver)
    {
        ref var row = ref _agents.Edit(agent.Index);
        (row.Heavy, row.ReliefUntil, row.ShiftEnd) = (heavy, reliefUntil, shiftOver ? long.MaxValue : shiftEnd);
        row.Closed = (reliefUntil == long.MaxValue ? 0 : AgentRow.InRelief) | (shiftOver ? AgentRow.ShiftOver : 0);
    }

    /// <summary>Says when a shift ends, without work for the agent: their presence is told next.</summary>
    internal void SetShift(AgentHandle agent, long end, long now, WorkFacts facts)
    {
        _now = Math.Max(_now, now);
        Emit(new() { Kind = WorkFactKind.ShiftSet, At = _now, Work = None, Agent = agent.Index, Until = end }, facts);
        ElapseFor(agent, now, facts);
    }

    /// <summary>Does what the deadline of one agent says, if it has come: the end of a break or of the shift.</summary>
    internal void ElapseFor(AgentHandle agent, long now, WorkFacts facts)
    {
        _now = Math.Max(_now, now);
        OnAgentTimer(agent.Index, facts);
    }

    /// <summary>Decides the batch window, if its end has come.</summary>
    internal void ElapseWindow(long now, WorkFacts facts)
    {
        _now = Math.Max(_now, now);
        if (_core.Read(0).WindowUntil <= _now)
        {
            CloseWindow(facts);
        }
    }

    internal void RestoreWindow(long until) => _core.Edit(0).WindowUntil = until;

    internal void Restore(int queue, long lastDeparture, long gap, int departed)
    {
        ref var row = ref _queues.Edit(queue);
        (row.LastDeparture, row.Gap, row.Departed) = (lastDeparture, gap, departed);
    }

    /// <summary>Puts work back as it was; in ascending order of its sequence, after its agents.</summary>
    internal WorkHandle Restore(in WorkRow image, IEnumerable<int> asked, IEnumerable<(int Agent, long Until)> cooldowns)
    {
        var work = _work.Add(default);
        _why.Add(default);
        ref var row = ref _work.Edit(work);
        row = image with { Generation = 1, Offer = None, Cooldown = None, Next = None, Previous = None };
        row.Key = KeyOf(row);
        ref var core = ref _core.Edit(0);
        core.Sequence = Math.Max(core.Sequence, row.Sequence);
        foreach (var (agent, until) in cooldowns)
        {
            AddCooldown(ref row, agent, until);
        }

        var channel = _catalogue.Plan(row.Plan).Channel;
        switch ((WorkPhase)row.Phase)
        {
            case WorkPhase.Waiting:
                ToLane(work, ref row);
                break;
            case WorkPhase.Reserved:
                Reserve(work, ref row, image.Agent);
                break;
            case WorkPhase.Offered:
                foreach (var agent in asked)
                {
                    AddOffer(work, ref row, agent);
                    ref var of = ref _agents.Edit(agent);
                    of.Offers++;
                    Carry(ref of, channel, 1);
                }

                break;
            case WorkPhase.Assigned or WorkPhase.WrapUp:
                Carry(ref _agents.Edit(image.Agent), channel, 1);
                break;
        }

        return new(work, 1);
    }

    /// <summary>After everything was restored.</summary>
    internal void Restored(long now)
    {
        _now = now;
        for (var agent = 0; agent < _agents.Count; agent++)
        {
            ref var row = ref _agents.Edit(agent);
            _core.Edit(0).Present += There(row) == 0 ? 0 : 1;
            row.Open = OpenOf(row);
            row.Bucket = row.Open == 0 || _policy.Choice != Policies.AgentChoice.LeastLoaded ? None : BucketOf(row);
        }

        Rebuild();
    }
}
