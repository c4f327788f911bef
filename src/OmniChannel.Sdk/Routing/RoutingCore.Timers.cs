using OmniChannel.Routing.Structures;

namespace OmniChannel.Routing;

public sealed partial class RoutingCore
{
    private readonly List<(long Sequence, int Work)> _left = [];

    private void OnTimer(int id, WorkFacts facts)
    {
        if (id == WindowTimer)
        {
            CloseWindow(facts);
        }
        else if ((id & 1) != 0)
        {
            OnWorkTimer(id / 2, facts);
        }
        else
        {
            OnAgentTimer((id / 2) - 1, facts);
        }
    }

    private void OnWorkTimer(int work, WorkFacts facts)
    {
        switch ((WorkPhase)_work.Read(work).Phase)
        {
            case WorkPhase.Deferred or WorkPhase.Reserved:
                Emit(Of(work, WorkFactKind.Resumed), facts);
                Arrive(work, facts);
                break;
            case WorkPhase.Offered:
                Expire(work, facts);
                break;
            case WorkPhase.WrapUp:
                Finish(work, facts);
                break;
            case WorkPhase.Waiting:
                WaitedEnough(work, facts);
                break;
        }
    }

    private void Expire(int work, WorkFacts facts)
    {
        _asked.Clear();
        for (var at = _work.Read(work).Offer; at != None; at = _offers.Read(at).NextOfWork)
        {
            _asked.Add(_offers.Read(at).Agent);
        }

        foreach (var agent in _asked)
        {
            Emit(Of(work, WorkFactKind.Expired) with { Agent = agent, Until = CooldownEnd(work) }, facts);
        }

        Refused(work, facts);
        FeedAll(_asked, facts);
    }

    // One rule at a time: the rest of what is due fires next, at its own deadline.
    private void WaitedEnough(int work, WorkFacts facts)
    {
        ref readonly var row = ref _work.Read(work);
        var plan = _catalogue.Plan(row.Plan);
        if (EscalatesAt(row) <= _now)
        {
            var at = row.QueuedAt;
            Escalate(work, Array.Find(_catalogue.Queues[row.Queue].Escalations, e => Later(at, e.After) <= _now)!, facts);
            Arrive(work, facts);
        }
        else if (row.Stage + 1 < plan.After.Length && Later(row.QueuedAt, plan.After[row.Stage + 1]) <= _now)
        {
            Emit(Of(work, WorkFactKind.Relaxed) with { Value = row.Stage + 1 }, facts);
            Place(work, facts);
        }
        else
        {
            Emit(Of(work, WorkFactKind.CooledDown), facts);
            Place(work, facts);
        }
    }

    // Work that an agent did not want, or gave back.
    private void Refused(int work, WorkFacts facts)
    {
        ref readonly var row = ref _work.Read(work);
        if (row.Phase != (byte)WorkPhase.Waiting)
        {
            return;
        }

        var refusals = row.Refusals;
        if (Array.Find(_catalogue.Queues[row.Queue].Escalations, e => refusals >= e.AfterRefusals) is { } rule)
        {
            Escalate(work, rule, facts);
            Arrive(work, facts);
            return;
        }

        Place(work, facts);
    }

    private void Finish(int work, WorkFacts facts)
    {
        var agent = HolderOf(work);
        Record(ref Draft(work, WorkFactKind.Completed, agent, facts), facts);
        var terms = _terms[_agents.Read(agent).Terms];
        if (terms.ReliefAfter > 0 && _agents.Read(agent).Heavy >= terms.ReliefAfter)
        {
            Emit(
                new() { Kind = WorkFactKind.ReliefStarted, At = _now, Work = None, Agent = agent, Until = Later(_now, terms.ReliefFor) },
                facts);
        }

        Feed(agent, facts);
    }

    private void OnAgentTimer(int agent, WorkFacts facts)
    {
        ref readonly var row = ref _agents.Read(agent);
        if (row.ReliefUntil <= _now)
        {
            Emit(new() { Kind = WorkFactKind.ReliefEnded, At = _now, Work = None, Agent = agent }, facts);
            Feed(agent, facts);
        }

        if (row.ShiftEnd <= _now)
        {
            Emit(new() { Kind = WorkFactKind.ShiftEnded, At = _now, Work = None, Agent = agent }, facts);
            Leave(agent, facts);
            MoveOnFromNobody(facts);
        }
    }

    // Takes back what the agent was asked for, and lets go of what waits for the agent alone, as far as the agent is not there for it; what
    // came first goes to others first.
    private void Leave(int agent, WorkFacts facts)
    {
        _left.Clear();
        for (var at = _agents.Read(agent).Offer; at != None; at = _offers.Read(at).NextOfAgent)
        {
            Left(agent, _offers.Read(at).Work);
        }

        for (var at = _agents.Read(agent).Reserved; at != None; at = _work.Read(at).Next)
        {
            Left(agent, at);
        }

        _left.Sort(static (left, right) => left.Sequence.CompareTo(right.Sequence));
        foreach (var (_, work) in _left)
        {
            if (_work.Read(work).Phase == (byte)WorkPhase.Reserved)
            {
                Emit(Of(work, WorkFactKind.Resumed), facts);
            }
            else
            {
                Emit(Of(work, WorkFactKind.Withdrawn) with { Agent = agent, Until = long.MinValue }, facts);
            }

            if (_work.Read(work).Phase == (byte)WorkPhase.Waiting)
            {
                Place(work, facts);
            }
        }
    }

    private void Left(int agent, int work)
    {
        if (!IsThereFor(agent, work))
        {
            _left.Add((_work.Read(work).Sequence, work));
        }
    }

    private bool IsThereFor(int agent, int work) => (There(_agents.Read(agent)) >> _catalogue.Plan(_work.Read(work).Plan).Channel & 1) != 0;
}
