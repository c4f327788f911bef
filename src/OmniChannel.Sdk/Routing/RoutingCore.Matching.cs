using System.Numerics;
using OmniChannel.Routing.Explanations;
using OmniChannel.Routing.Structures;

namespace OmniChannel.Routing;

public sealed partial class RoutingCore
{
    // Work that came into a queue: rules for its arrival first, then agents.
    private void Arrive(int work, WorkFacts facts)
    {
        while (ArrivalEscalation(work) is { } rule)
        {
            Escalate(work, rule, facts);
        }

        Place(work, facts);
    }

    private EscalationInfo? ArrivalEscalation(int work)
    {
        ref readonly var row = ref _work.Read(work);
        foreach (var rule in _catalogue.Queues[row.Queue].Escalations)
        {
            if (_queues.Read(row.Queue).Waiting > rule.WhenWaiting || (rule.WhenNobody && IsForNobody(work)))
            {
                return rule;
            }
        }

        return null;
    }

    private void Escalate(int work, EscalationInfo rule, WorkFacts facts) =>
        Emit(
            Of(work, WorkFactKind.Escalated) with
            {
                Queue = rule.To,
                Requirement = _catalogue.PlanOf(rule.To, _catalogue.Plan(_work.Read(work).Plan).Channel),
                Class = rule.Class >= 0 ? rule.Class : _work.Read(work).Class,
                Value = long.MinValue,
            },
            facts);

    // Finds agents for work that waits.
    private void Place(int work, WorkFacts facts)
    {
        ref readonly var row = ref _work.Read(work);
        var queue = _catalogue.Queues[row.Queue];
        if (queue.WhenNobody is { } rule && IsForNobody(work))
        {
            Escalate(work, rule, facts);
            Arrive(work, facts);
            return;
        }

        if (queue.Pull)
        {
            return;
        }

        if (row.Preferred != None && TryPreferred(work, facts))
        {
            return;
        }

        Ask(work, facts);
    }

    // Of those who can take it now.
    private void Ask(int work, WorkFacts facts)
    {
        if (_policy.WindowTicks > 0)
        {
            OpenWindow(facts);
            return;
        }

        var queue = _catalogue.Queues[_work.Read(work).Queue];
        for (var asked = 0; asked < (_direct ? 1 : queue.ConcurrentOffers); asked++)
        {
            var agent = ChooseAgent(work, out var runnerUp);
            if (agent == None)
            {
                return;
            }

            Give(work, agent, runnerUp, facts);
        }
    }

    private bool TryPreferred(int work, WorkFacts facts)
    {
        ref readonly var row = ref _work.Read(work);
        ref readonly var agent = ref _agents.Read(row.Preferred);
        var channel = _catalogue.Plan(row.Plan).Channel;
        if (!IsThereFor(row.Preferred, work) || IsBarred(row, row.Preferred))
        {
            return false;
        }

        if ((agent.Open >> channel & 1) != 0)
        {
            Give(work, row.Preferred, None, facts, RoutingReason.Preferred);
            return true;
        }

        if (row.PreferredUntil <= _now)
        {
            return false;
        }

        Emit(Of(work, WorkFactKind.Held) with { Agent = row.Preferred, Until = row.PreferredUntil }, facts);
        return true;
    }

    private void Give(int work, int agent, int runnerUp, WorkFacts facts, RoutingReason reason = RoutingReason.Chosen)
    {
        if (_direct)
        {
            Assign(work, agent, facts, reason, runnerUp);
            return;
        }

        var timeout = _catalogue.Queues[_work.Read(work).Queue].OfferTimeout;
        ref var fact = ref Decided(work, agent, WorkFactKind.Offered, runnerUp, facts);
        fact.Value = (long)reason;
        fact.Until = Later(_now, timeout);
        Record(ref fact, facts);
    }

    private void Assign(int work, int agent, WorkFacts facts, RoutingReason reason, int runnerUp = None)
    {
        ref var fact = ref Decided(work, agent, WorkFactKind.Assigned, runnerUp, facts);
        fact.Value = (long)reason;
        Record(ref fact, facts);
    }

    private ref WorkFact Decided(int work, int agent, WorkFactKind kind, int runnerUp, WorkFacts facts)
    {
        ref var fact = ref Draft(work, kind, agent, facts);
        var shape = ShapeOf(_work.Read(work)).Id;
        fact.RunnerUp = runnerUp;
        fact.Present = _core.Read(0).Present;
        fact.Skilled = _skilled[shape];
        fact.Free = _free[shape];
        return ref fact;
    }

    // Finds work for an agent who may have room.
    private void Feed(int agent, WorkFacts facts)
    {
        while (_agents.Read(agent).Open != 0)
        {
            var work = _policy.WindowTicks > 0 ? SelectReserved(agent) : SelectWork(agent, pull: false);
            if (work == None)
            {
                break;
            }

            var reserved = _work.Read(work).Phase == (byte)WorkPhase.Reserved;
            Give(work, agent, None, facts, reserved ? RoutingReason.Preferred : RoutingReason.Chosen);
        }

        if (_policy.WindowTicks > 0 && Waiting > 0 && _agents.Read(agent).Open != 0)
        {
            OpenWindow(facts);
        }
    }

    private void FeedAll(List<int> agents, WorkFacts facts)
    {
        foreach (var agent in agents)
        {
            Feed(agent, facts);
        }
    }

    // Of the work that waits for this agent alone.
    private int SelectReserved(int agent)
    {
        ref readonly var row = ref _agents.Read(agent);
        var best = None;
        for (var at = row.Reserved; at != None; at = _work.Read(at).Next)
        {
            if ((row.Open >> _catalogue.Plan(_work.Read(at).Plan).Channel & 1) != 0)
            {
                best = Better(best, at, agent);
            }
        }

        return best;
    }

    private int SelectWork(int agent, bool pull)
    {
        ref readonly var row = ref _agents.Read(agent);
        var best = SelectReserved(agent);
        var open = pull ? RoomOf(agent) : row.Open;
        var takes = pull ? _terms[row.Terms].TakesFrom : null;
        var fits = _catalogue.LaneFits.Row(row.Profile);
        for (var word = 0; word < fits.Length; word++)
        {
            var lanes = fits[word] & (pull ? _push[word] | _pull[word] : _push[word]);
            for (; lanes != 0; lanes &= lanes - 1)
            {
                var lane = (word << 6) + BitOperations.TrailingZeroCount(lanes);
                if ((open >> _catalogue.Lanes[lane].Shape.Channel & 1) != 0 && (takes is null || takes[_catalogue.Lanes[lane].Queue]))
                {
                    best = Better(best, HeadFor(lane, agent), agent);
                }
            }
        }

        return best;
    }

    // The first of a lane that this agent may be asked for.
    private int HeadFor(int lane, int agent)
    {
        var work = _lanes.Read(lane).Head;
        while (work != None && ((_work.Read(work).Cooldown != None && IsBarred(_work.Read(work), agent)) || IsKeptApart(work, agent)))
        {
            work = _work.Read(work).Next;
        }

        return work;
    }

    private bool IsKeptApart(int work, int agent) => _policy.JudgesEachItem && double.IsNaN(_policy.Score(PairOf(work, agent)));

    private Shape ShapeOf(in WorkRow row) => _catalogue.Plan(row.Plan).Stages[row.Stage];
}
