using OmniChannel.Routing.Explanations;
using OmniChannel.Routing.Structures;

namespace OmniChannel.Routing;

public sealed partial class RoutingCore
{
    /// <summary>Work comes. It goes to an agent at once if one can take it, else it waits.</summary>
    public WorkHandle Enqueue(in WorkRequest request, long now, WorkFacts facts)
    {
        Check(request.Queue, request.Requirement, request.Class, request.Preferred);
        Begin(now, facts);
        var queue = _catalogue.Queues[request.Queue];
        var plan = request.Requirement == 0 ? queue.Plan : request.Requirement;
        var free = _core.Read(0).FreeWork;
        var work = free == None ? _work.Count : free;
        var generation = free == None ? 1 : _work.Read(free).Generation + 1;
        ref var fact = ref facts.Draft();
        fact = default;
        fact.Kind = WorkFactKind.Enqueued;
        fact.At = _now;
        fact.Tag = request.Tag;
        fact.Since = request.Since ?? _now;
        fact.Until = request.PreferredUntil ?? long.MinValue;
        fact.Value = request.Due ?? long.MaxValue;
        fact.Work = work;
        fact.Generation = generation;
        fact.Agent = request.Preferred?.Index ?? None;
        fact.Queue = request.Queue;
        fact.Requirement = plan;
        fact.Class = request.Class ?? queue.Class;
        fact.Heavy = request.Heavy || queue.Heavy;
        fact.RunnerUp = None;
        Record(ref fact, facts);
        if (request.NotBefore > _now)
        {
            Emit(Of(work, WorkFactKind.Held) with { Until = request.NotBefore.Value }, facts);
        }
        else
        {
            Arrive(work, facts);
        }

        return new(work, generation);
    }

    /// <summary>The agent takes what was proposed. Of several who were asked the first gets it.</summary>
    public RoutingOutcome Accept(WorkHandle work, AgentHandle agent, int epoch, long now, WorkFacts facts)
    {
        Begin(now, facts);
        var outcome = CheckOffer(work, agent, epoch);
        if (outcome != RoutingOutcome.Done)
        {
            return outcome;
        }

        var (chosen, next) = (_why.Read(work.Index).Agent, _why.Read(work.Index).RunnerUp);
        var others = WithdrawOffers(work.Index, agent.Index, facts);
        ref var fact = ref Draft(work.Index, WorkFactKind.Accepted, agent.Index, facts);
        fact.RunnerUp = chosen == agent.Index ? next : chosen;
        Record(ref fact, facts);
        Feed(agent.Index, facts);
        FeedAll(others, facts);
        return RoutingOutcome.Done;
    }

    /// <summary>The agent does not take what was proposed. The work waits again with its age; the agent is not asked for a while.</summary>
    public RoutingOutcome Decline(WorkHandle work, AgentHandle agent, int epoch, long now, WorkFacts facts)
    {
        Begin(now, facts);
        var outcome = CheckOffer(work, agent, epoch);
        if (outcome == RoutingOutcome.Done)
        {
            Emit(Of(work.Index, WorkFactKind.Declined) with { Agent = agent.Index, Until = CooldownEnd(work.Index) }, facts);
            Refused(work.Index, facts);
            Feed(agent.Index, facts);
            Elapse(_now, facts);
        }

        return outcome;
    }

    /// <summary>The agent finished. With a wrap-up on the channel, capacity comes back when that is over.</summary>
    public RoutingOutcome Complete(WorkHandle work, int epoch, long now, WorkFacts facts)
    {
        Begin(now, facts);
        var outcome = CheckHeld(work, epoch);
        if (outcome != RoutingOutcome.Done)
        {
            return outcome;
        }

        ref readonly var row = ref _work.Read(work.Index);
        var wrapUp = _catalogue.Channels[_catalogue.Plan(row.Plan).Channel].WrapUp;
        if (wrapUp > 0 && row.Phase == (byte)WorkPhase.Assigned)
        {
            Emit(Of(work.Index, WorkFactKind.WrapUpStarted) with { Agent = row.Agent, Until = Later(_now, wrapUp) }, facts);
            return outcome;
        }

        Finish(work.Index, facts);
        return outcome;
    }

    /// <summary>Work goes away, wherever it is: the customer hung up, or it is not needed any more.</summary>
    public RoutingOutcome Cancel(WorkHandle work, long now, WorkFacts facts)
    {
        Begin(now, facts);
        if (!Exists(work))
        {
            return RoutingOutcome.Gone;
        }

        var asked = WithdrawOffers(work.Index, None, facts);
        var agent = HolderOf(work.Index);
        Emit(Of(work.Index, WorkFactKind.Cancelled) with { Agent = agent }, facts);
        if (agent != None)
        {
            Feed(agent, facts);
        }

        FeedAll(asked, facts);
        Elapse(_now, facts);
        return RoutingOutcome.Done;
    }

    /// <summary>The agent gives work back to its queue. It keeps its age; the agent is not asked for a while.</summary>
    public RoutingOutcome Return(WorkHandle work, int epoch, long now, WorkFacts facts)
    {
        Begin(now, facts);
        var outcome = CheckHeld(work, epoch);
        if (outcome == RoutingOutcome.Done && _work.Read(work.Index).Phase == (byte)WorkPhase.WrapUp)
        {
            return RoutingOutcome.NotAssigned;
        }

        if (outcome == RoutingOutcome.Done)
        {
            var agent = HolderOf(work.Index);
            Emit(Of(work.Index, WorkFactKind.Returned) with { Agent = agent, Until = CooldownEnd(work.Index) }, facts);
            Refused(work.Index, facts);
            Feed(agent, facts);
            Elapse(_now, facts);
        }

        return outcome;
    }

    /// <summary>Passes work on, wherever it is, to a queue, an agent or under another requirement. It keeps its age.</summary>
    public RoutingOutcome Transfer(WorkHandle work, in WorkTransfer to, int epoch, long now, WorkFacts facts)
    {
        Check(to.Queue, to.Requirement ?? 0, to.Class, to.Agent);
        ArgumentOutOfRangeException.ThrowIfZero(to.Requirement ?? None, nameof(to));
        Begin(now, facts);
        if (!Exists(work))
        {
            return RoutingOutcome.Gone;
        }

        if (epoch != AnyEpoch && epoch != _work.Read(work.Index).Epoch)
        {
            return RoutingOutcome.Stale;
        }

        var asked = WithdrawOffers(work.Index, None, facts);
        var holder = HolderOf(work.Index);
        var notBefore = to.NotBefore ?? (_work.Read(work.Index).Phase == (byte)WorkPhase.Deferred ? _work.Read(work.Index).Until : long.MinValue);
        if (to.Afresh && _work.Read(work.Index).Cooldown != None)
        {
            Emit(Of(work.Index, WorkFactKind.CooledDown) with { Until = long.MaxValue }, facts);
        }

        if (holder != None)
        {
            Emit(Of(work.Index, WorkFactKind.Returned) with { Agent = holder, Until = to.HolderCooldown is { } cooldown ? Later(_now, cooldown) : long.MinValue }, facts);
        }

        ref readonly var row = ref _work.Read(work.Index);
        var queue = to.Queue ?? row.Queue;
        Emit(
            Of(work.Index, WorkFactKind.Transferred) with
            {
                Queue = queue,
                Requirement = to.Requirement ?? (to.Queue is null ? row.Plan : _catalogue.Queues[queue].Plan),
                Class = to.Class ?? row.Class,
                Agent = to.Agent?.Index ?? None,
                Value = to.AgentUntil ?? long.MinValue,
            },
            facts);
        if (notBefore > _now)
        {
            Emit(Of(work.Index, WorkFactKind.Held) with { Until = notBefore }, facts);
        }
        else
        {
            Arrive(work.Index, facts);
        }

        if (holder != None)
        {
            Feed(holder, facts);
        }

        FeedAll(asked, facts);
        Elapse(_now, facts);
        return RoutingOutcome.Done;
    }

    /// <summary>Work that an agent holds goes on under another requirement, such as text after a call: it stays with the agent, whose load
    /// changes.</summary>
    public RoutingOutcome Convert(WorkHandle work, int requirement, int epoch, long now, WorkFacts facts)
    {
        Check(null, requirement, null, null);
        ArgumentOutOfRangeException.ThrowIfZero(requirement);
        Begin(now, facts);
        var outcome = CheckHeld(work, epoch);
        if (outcome == RoutingOutcome.Done)
        {
            var agent = HolderOf(work.Index);
            Emit(Of(work.Index, WorkFactKind.Converted) with { Agent = agent, Requirement = requirement }, facts);
            Feed(agent, facts);
        }

        return outcome;
    }

    /// <summary>Gives work another priority class, wherever it is. All else stays: its age, its rings and escalations, who is asked, the epoch.</summary>
    public RoutingOutcome Prioritise(WorkHandle work, int priority, long now, WorkFacts facts)
    {
        Check(null, 0, priority, null);
        Begin(now, facts);
        if (!Exists(work))
        {
            return RoutingOutcome.Gone;
        }

        if (_work.Read(work.Index).Class == priority)
        {
            return RoutingOutcome.Nothing;
        }

        Emit(Of(work.Index, WorkFactKind.Prioritised) with { Class = priority }, facts);
        if (_policy.Choice == Policies.AgentChoice.Score && _work.Read(work.Index).Phase == (byte)WorkPhase.Waiting && !_catalogue.Queues[_work.Read(work.Index).Queue].Pull)
        {
            // What a score held back may be worth it now.
            Ask(work.Index, facts);
        }

        return RoutingOutcome.Done;
    }

    /// <summary>Says from which channels an agent takes work, a bit for each; 0 for offline. Work that is held stays, offers are taken back.</summary>
    public void SetPresence(AgentHandle agent, int channels, long now, WorkFacts facts)
    {
        Checked(agent);
        Begin(now, facts);
        var present = channels & ((1 << _catalogue.Channels.Length) - 1);
        if (_agents.Read(agent.Index).Present != present)
        {
            Emit(new() { Kind = WorkFactKind.PresenceChanged, At = _now, Work = None, Agent = agent.Index, Value = present }, facts);
            Leave(agent.Index, facts);
        }

        MoveOnFromNobody(facts);
        Feed(agent.Index, facts);
        Elapse(_now, facts);
    }

    /// <summary>Says whether an agent takes work at all.</summary>
    public void SetPresence(AgentHandle agent, bool present, long now, WorkFacts facts) => SetPresence(agent, present ? -1 : 0, now, facts);

    /// <summary>Says when an agent's shift ends: from then on they get nothing new. A later end, or <see cref="long.MaxValue"/>, lets them go on.</summary>
    public void SetShiftEnd(AgentHandle agent, long end, long now, WorkFacts facts)
    {
        Checked(agent);
        Begin(now, facts);
        Emit(new() { Kind = WorkFactKind.ShiftSet, At = _now, Work = None, Agent = agent.Index, Until = end }, facts);
        Begin(now, facts);
        Feed(agent.Index, facts);
    }

    /// <summary>The agent asks for work: the most urgent that they can take, from pull queues too. It is theirs at once.</summary>
    public RoutingOutcome Pull(AgentHandle agent, long now, WorkFacts facts, out WorkHandle work)
    {
        Checked(agent);
        Begin(now, facts);
        var found = SelectWork(agent.Index, pull: true);
        work = found == None ? default : HandleOf(found);
        if (found != None)
        {
            Assign(found, agent.Index, facts, RoutingReason.Pulled);
        }

        return found == None ? RoutingOutcome.Nothing : RoutingOutcome.Done;
    }

    /// <summary>The agent takes this item, which waits. Skills are not asked, presence and capacity are.</summary>
    public RoutingOutcome Claim(WorkHandle work, AgentHandle agent, long now, WorkFacts facts)
    {
        Checked(agent);
        Begin(now, facts);
        if (!Exists(work))
        {
            return RoutingOutcome.Gone;
        }

        ref readonly var row = ref _work.Read(work.Index);
        if (row.Phase > (byte)WorkPhase.Waiting)
        {
            return RoutingOutcome.Stale;
        }

        if ((RoomOf(agent.Index) >> _catalogue.Plan(row.Plan).Channel & 1) == 0 || !_terms[_agents.Read(agent.Index).Terms].MayTakeFrom(row.Queue))
        {
            return RoutingOutcome.NotEligible;
        }

        Assign(work.Index, agent.Index, facts, RoutingReason.Claimed);
        return RoutingOutcome.Done;
    }

    /// <summary>Does what time alone does until now, each at its own time: offers, holds, rings, wrap-ups and windows run out.</summary>
    public void Advance(long now, WorkFacts facts) => Begin(now, facts);

    private void Begin(long now, WorkFacts facts)
    {
        ArgumentNullException.ThrowIfNull(facts);
        ArgumentOutOfRangeException.ThrowIfNegative(now);
        Elapse(now, facts);
        _now = Math.Max(_now, now);
    }

    // At the end of a command too: work that came back may have missed a ring or an escalation meanwhile.
    private void Elapse(long now, WorkFacts facts)
    {
        while (now >= _timers.Earliest && _timers.TryTake(now, out var id, out var due))
        {
            _now = Math.Max(_now, due);
            OnTimer(id, facts);
        }
    }
}
