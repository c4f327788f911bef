using OmniChannel.Routing.Model;

namespace OmniChannel.Routing.Core;

internal sealed partial class NaiveRouter
{
    private long DueOf(NaiveWork work)
    {
        if (work.Phase == WorkPhase.Assigned)
        {
            return long.MaxValue;
        }

        if (work.Phase != WorkPhase.Waiting)
        {
            return work.Until;
        }

        var rings = work.Requirement.Rings;
        return options.Queues[work.Queue].Escalations.Where(e => e.After is not null).Select(e => work.QueuedAt + e.After!.Value)
            .Concat(work.Cooldowns.Select(c => c.Until))
            .Append(work.Stage < rings.Count ? work.QueuedAt + rings[work.Stage].After : long.MaxValue)
            .Min();
    }

    private void Fire(NaiveWork work)
    {
        switch (work.Phase)
        {
            case WorkPhase.Deferred or WorkPhase.Reserved:
                Unreserve(work);
                Arrive(work);
                break;
            case WorkPhase.Offered:
                var asked = work.Offers.ToList();
                asked.ForEach(a => Refuse(work, a));
                Refused(work);
                asked.ForEach(Feed);
                break;
            case WorkPhase.WrapUp:
                Finish(work);
                break;
            case WorkPhase.Waiting:
                Waited(work);
                break;
        }
    }

    private void Waited(NaiveWork work)
    {
        var rule = options.Queues[work.Queue].Escalations.FirstOrDefault(e => e.After is { } after && work.QueuedAt + after <= _now);
        var rings = work.Requirement.Rings;
        if (rule is not null)
        {
            Escalate(work, rule);
            Arrive(work);
        }
        else if (work.Stage < rings.Count && work.QueuedAt + rings[work.Stage].After <= _now)
        {
            work.Stage++;
            Place(work);
        }
        else
        {
            work.Cooldowns.RemoveAll(c => c.Until <= _now);
            Place(work);
        }
    }

    private void Fire(NaiveAgent agent)
    {
        if (agent.ReliefUntil <= _now)
        {
            agent.ReliefUntil = long.MaxValue;
            Settle(agent);
            Feed(agent.Index);
        }

        if (agent.ShiftEnd <= _now)
        {
            (agent.ShiftEnd, agent.ShiftOver) = (long.MaxValue, true);
            Settle(agent);
            Leave(agent);
            MoveOnFromNobody();
        }
    }

    private void Arrive(NaiveWork work)
    {
        while (options.Queues[work.Queue].Escalations.FirstOrDefault(e =>
            Work.Values.Count(w => w.Phase == WorkPhase.Waiting && w.Queue == work.Queue) > e.WhenWaiting
            || (e.WhenNobody && IsForNobody(work))) is { } rule)
        {
            Escalate(work, rule);
        }

        Place(work);
    }

    private void Escalate(NaiveWork work, EscalationOptions rule)
    {
        Move(work, options.Queues.ToList().FindIndex(q => q.Name == rule.To), null, ClassOf(rule.Class) ?? work.Class);
        (work.Preferred, work.PreferredUntil) = (-1, long.MinValue);
    }

    private void Move(NaiveWork work, int queue, WorkRequirementOptions? requirement, int priority)
    {
        (work.Queue, work.Class, work.Requirement) = (queue, priority, requirement ?? options.Queues[queue].Requirement);
        (work.QueuedAt, work.Stage, work.Refusals, work.Phase) = (_now, 0, 0, WorkPhase.Waiting);
    }

    private void Place(NaiveWork work)
    {
        if (WhenNobody(work) is { } rule && IsForNobody(work))
        {
            Escalate(work, rule);
            Arrive(work);
            return;
        }

        if (options.Queues[work.Queue].Pull || TryPreferred(work))
        {
            return;
        }

        for (var asked = 0; asked < (options.DirectAssign ? 1 : options.Queues[work.Queue].ConcurrentOffers); asked++)
        {
            var teams = work.Teams.Count == 0 ? [null] : work.Teams.Cast<string?>();
            var tiers = teams.SelectMany(team => new[] { (team, true), (team, false) });
            var agent = tiers.Select(t => First(work, t.team, t.Item2)).FirstOrDefault(a => a is not null);
            if (agent is null)
            {
                return;
            }

            Give(work, agent);
        }
    }

    private NaiveAgent? First(NaiveWork work, string? team, bool wanted) => Agents
        .Where(a => CanTake(work, a) && (team is null || a.Options.Teams.Contains(team)) && (!wanted || work.Wanted.All(a.Has)))
        .OrderByDescending(a => Score(work, a)).ThenBy(a => a.Turn).FirstOrDefault();

    private bool TryPreferred(NaiveWork work)
    {
        if (work.Preferred < 0 || Agents[work.Preferred] is var agent
            && (!IsThere(agent, work) || IsBarred(work, agent)))
        {
            return false;
        }

        agent = Agents[work.Preferred];
        if (HasRoom(work, agent))
        {
            Give(work, agent);
            return true;
        }

        if (work.PreferredUntil <= _now)
        {
            return false;
        }

        (work.Phase, work.Until) = (WorkPhase.Reserved, work.PreferredUntil);
        agent.Reserved.Insert(0, work);
        return true;
    }

    private void Give(NaiveWork work, NaiveAgent agent)
    {
        Unreserve(work);
        agent.Load.Add(work);
        agent.IdleSince = _now;
        if (options.DirectAssign)
        {
            (work.Phase, work.Agent) = (WorkPhase.Assigned, agent.Index);
            Settle(agent, moveLast: true, takes: true);
            return;
        }

        var timeout = options.Queues[work.Queue].OfferTimeout;
        (work.Phase, work.Until) = (WorkPhase.Offered, timeout == long.MaxValue ? timeout : _now + timeout);
        work.Offers.Insert(0, agent.Index);
        agent.Offers.Insert(0, work);
        Settle(agent, moveLast: true, takes: true);
    }

    private void Settle(NaiveAgent agent, bool moveLast = false, bool takes = false)
    {
        var open = options.Channels.Any(channel => HasRoom(channel, agent));
        if (options.Policy is RoundRobinPolicy ? takes : open && (moveLast || !agent.WasOpen))
        {
            agent.Turn = ++_turn;
        }

        agent.WasOpen = open;
    }

    private void Feed(int index)
    {
        var agent = Agents[index];
        while (agent.Reserved.Where(w => HasRoom(w, agent))
            .Concat(Work.Values.Where(w => w.Phase == WorkPhase.Waiting && !options.Queues[w.Queue].Pull && CanTake(w, agent)))
            .OrderByDescending(w => options.Classes[w.Class].Rank)
            .ThenByDescending(w => options.Policy is WeightedScorePolicy ? Score(w, agent) : Urgency(w)).ThenBy(w => w.Since).ThenBy(w => w.Sequence).FirstOrDefault() is { } work)
        {
            Give(work, agent);
        }
    }

    private double Urgency(NaiveWork work)
    {
        var priority = options.Classes[work.Class];
        var wait = _now - work.Since;
        return priority.Target is { } target ? wait - target : Math.Min(priority.Ceiling, priority.Boost + (priority.Ageing * wait));
    }

    private bool CanTake(NaiveWork work, NaiveAgent agent) => agent.Present != 0 && Fits(work, agent) && !IsBarred(work, agent) && HasRoom(work, agent);

    private static bool Fits(NaiveWork work, NaiveAgent agent) => Fits(work, work.Stage, agent);

    private static bool Fits(NaiveWork work, int stage, NaiveAgent agent) =>
        work.RequiredAt(stage).All(agent.Has) && !work.Requirement.Excluded.Any(agent.Has)
        && (work.TeamsAt(stage).Count == 0 || work.TeamsAt(stage).Any(agent.Options.Teams.Contains));

    private bool IsBarred(NaiveWork work, NaiveAgent agent) =>
        work.Offers.Contains(agent.Index) || work.Cooldowns.Exists(c => c.Agent == agent.Index && c.Until > _now);

    private bool HasRoom(NaiveWork work, NaiveAgent agent) => HasRoom(ChannelOf(work), agent);

    private bool HasRoom(WorkChannelOptions channel, NaiveAgent agent)
    {
        var counted = agent.Load.Where(w => !channel.Interrupts || !ChannelOf(w).Interruptible);
        return (agent.Present >> options.Channels.IndexOf(channel) & 1) != 0 && !agent.ShiftOver && agent.ReliefUntil == long.MaxValue
            && agent.Offers.Count < agent.Options.MaxOffers
            && agent.Load.TrueForAll(w => ChannelOf(w).AllowMeanwhile?.Contains(channel.Name) != false)
            && counted.Sum(w => ChannelOf(w).Cost) + channel.Cost <= agent.Options.Capacity
            && agent.Load.Count(w => ChannelOf(w) == channel) < LimitOf(channel, agent);
    }

    private void Refuse(NaiveWork work, int agent)
    {
        work.Refusals++;
        CoolDown(work, agent);
        DropPreference(work, agent);
        EndOffer(work, agent);
    }

    private static void DropPreference(NaiveWork work, int agent)
    {
        if (work.Preferred == agent)
        {
            (work.Preferred, work.PreferredUntil) = (-1, long.MinValue);
        }
    }

    private void CoolDown(NaiveWork work, int agent)
    {
        if (options.Queues[work.Queue].DeclineCooldown is > 0 and var cooldown)
        {
            work.Cooldowns.Insert(0, (agent, _now + cooldown));
        }
    }

    private void EndOffer(NaiveWork work, int agent)
    {
        work.Offers.Remove(agent);
        Agents[agent].Offers.Remove(work);
        Release(work, agent);
        if (work.Offers.Count == 0)
        {
            ToQueue(work);
        }
    }

    private void Release(NaiveWork work, int agent)
    {
        Agents[agent].Load.Remove(work);
        Agents[agent].IdleSince = Agents[agent].Load.Count == 0 ? _now : Agents[agent].IdleSince;
        Settle(Agents[agent], moveLast: Agents[agent].Load.Count == 0);
    }

    private static void ToQueue(NaiveWork work) => (work.Phase, work.Agent) = (WorkPhase.Waiting, -1);

    private void Unreserve(NaiveWork work)
    {
        Agents.ForEach(a => a.Reserved.Remove(work));
        ToQueue(work);
    }

    private void Refused(NaiveWork work)
    {
        if (work.Phase == WorkPhase.Waiting)
        {
            if (options.Queues[work.Queue].Escalations.FirstOrDefault(e => work.Refusals >= e.AfterRefusals) is { } rule)
            {
                Escalate(work, rule);
                Arrive(work);
                return;
            }

            Place(work);
        }
    }

    private void Finish(NaiveWork work)
    {
        var agent = Agents[work.Agent];
        agent.Heavy += work.Heavy ? 1 : 0;
        Work.Remove(work.Index);
        Release(work, agent.Index);
        if (agent.Options.ReliefAfter > 0 && agent.Heavy >= agent.Options.ReliefAfter)
        {
            (agent.ReliefUntil, agent.Heavy) = (_now + agent.Options.ReliefFor, 0);
            Settle(agent);
        }

        Feed(agent.Index);
    }

    private void Leave(NaiveAgent agent)
    {
        foreach (var work in agent.Offers.Concat(agent.Reserved).Where(w => !IsThere(agent, w)).OrderBy(w => w.Sequence).ToList())
        {
            if (work.Phase == WorkPhase.Reserved)
            {
                Unreserve(work);
            }
            else
            {
                EndOffer(work, agent.Index);
            }

            if (work.Phase == WorkPhase.Waiting)
            {
                Place(work);
            }
        }
    }

    // Present, within the shift, and large enough for one such item.
    private bool IsThere(NaiveAgent agent, NaiveWork work) =>
        !agent.ShiftOver && (agent.Present >> Bit(work) & 1) != 0 && ChannelOf(work).Cost <= agent.Options.Capacity
        && LimitOf(ChannelOf(work), agent) > 0;

    private static int LimitOf(WorkChannelOptions channel, NaiveAgent agent) =>
        Math.Min(channel.LimitPerAgent, agent.Options.Limits.TryGetValue(channel.Name, out var limit) ? limit : 255);
}
