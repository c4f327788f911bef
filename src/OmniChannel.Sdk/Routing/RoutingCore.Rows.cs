using OmniChannel.Routing.Structures;

namespace OmniChannel.Routing;

public sealed partial class RoutingCore
{
    private bool Exists(WorkHandle work) =>
        (uint)work.Index < (uint)_work.Count && _work.Read(work.Index).Generation == work.Generation
        && _work.Read(work.Index).Phase != (byte)WorkPhase.Gone;

    private WorkHandle HandleOf(int work) => new(work, _work.Read(work).Generation);

    private int HolderOf(int work)
    {
        ref readonly var row = ref _work.Read(work);
        return row.Phase >= (byte)WorkPhase.Assigned ? row.Agent : None;
    }

    private RoutingOutcome CheckOffer(WorkHandle work, AgentHandle agent, int epoch)
    {
        if (!Exists(work))
        {
            return RoutingOutcome.Gone;
        }

        ref readonly var row = ref _work.Read(work.Index);
        if (epoch != AnyEpoch && epoch != row.Epoch)
        {
            return RoutingOutcome.Stale;
        }

        return HasOffer(row, agent.Index) ? RoutingOutcome.Done : RoutingOutcome.NotOffered;
    }

    private RoutingOutcome CheckHeld(WorkHandle work, int epoch)
    {
        if (!Exists(work))
        {
            return RoutingOutcome.Gone;
        }

        ref readonly var row = ref _work.Read(work.Index);
        if (epoch != AnyEpoch && epoch != row.Epoch)
        {
            return RoutingOutcome.Stale;
        }

        return row.Phase < (byte)WorkPhase.Assigned ? RoutingOutcome.NotAssigned : RoutingOutcome.Done;
    }

    private WorkFact Of(int work, WorkFactKind kind)
    {
        var fact = default(WorkFact);
        Write(ref fact, work, kind);
        return fact;
    }

    // What every fact about work says; the rest of the fact is as it was.
    private void Write(ref WorkFact fact, int work, WorkFactKind kind)
    {
        ref readonly var row = ref _work.Read(work);
        fact.Kind = kind;
        fact.At = _now;
        fact.Tag = row.Tag;
        fact.Since = row.Since;
        fact.Work = work;
        fact.Generation = row.Generation;
        fact.Agent = None;
        fact.Queue = row.Queue;
        fact.Requirement = row.Plan;
        fact.Class = row.Class;
        fact.RunnerUp = None;
    }

    // The next fact of the buffer, about work, with nothing of what was there before.
    private ref WorkFact Draft(int work, WorkFactKind kind, int agent, WorkFacts facts)
    {
        ref var fact = ref facts.Draft();
        fact = default;
        Write(ref fact, work, kind);
        fact.Agent = agent;
        return ref fact;
    }

    private long KeyOf(in WorkRow row) => _catalogue.Classes[row.Class].Key(row.Since, row.Due == long.MaxValue ? null : row.Due);

    private long CooldownEnd(int work)
    {
        var cooldown = _catalogue.Queues[_work.Read(work).Queue].DeclineCooldown;
        return cooldown == 0 ? long.MinValue : Later(_now, cooldown);
    }

    private void ToLane(int work, ref WorkRow row)
    {
        row.Phase = (byte)WorkPhase.Waiting;
        row.Agent = None;
        row.Lane = _catalogue.LaneOf(row.Plan, row.Stage, row.Queue, row.Class);
        FitLanes();
        ref var lane = ref _lanes.Edit(row.Lane);
        var after = lane.Tail;
        if (after != None && Precedes(row, _work.Read(after)))
        {
            after = PlaceBefore(row, lane);
        }

        var before = after == None ? lane.Head : _work.Read(after).Next;
        (row.Previous, row.Next) = (after, before);
        if (after == None)
        {
            lane.Head = work;
        }
        else
        {
            _work.Edit(after).Next = work;
        }

        if (before == None)
        {
            lane.Tail = work;
        }
        else
        {
            _work.Edit(before).Previous = work;
        }

        CountWaiting(ref lane, row, 1);
    }

    // Work with an age of its own comes between: it is looked for from both ends at once.
    private int PlaceBefore(in WorkRow row, in LaneRow lane)
    {
        var (last, first) = (lane.Tail, lane.Head);
        while (true)
        {
            last = _work.Read(last).Previous;
            if (last == None || !Precedes(row, _work.Read(last)))
            {
                return last;
            }

            if (Precedes(row, _work.Read(first)))
            {
                return _work.Read(first).Previous;
            }

            first = _work.Read(first).Next;
        }
    }

    private static bool Precedes(in WorkRow left, in WorkRow right) =>
        left.Key != right.Key ? left.Key < right.Key : left.Sequence < right.Sequence;

    private void Unlist(int work, ref WorkRow row)
    {
        if (row.Phase == (byte)WorkPhase.Waiting)
        {
            ref var lane = ref _lanes.Edit(row.Lane);
            Unlink(ref row, ref lane.Head, ref lane.Tail);
            CountWaiting(ref lane, row, -1);
        }
        else if (row.Phase == (byte)WorkPhase.Reserved)
        {
            var tail = None;
            Unlink(ref row, ref _agents.Edit(row.Agent).Reserved, ref tail);
        }
    }

    private void Unlink(ref WorkRow row, ref int head, ref int tail)
    {
        if (row.Previous == None)
        {
            head = row.Next;
        }
        else
        {
            _work.Edit(row.Previous).Next = row.Next;
        }

        if (row.Next == None)
        {
            tail = row.Previous;
        }
        else
        {
            _work.Edit(row.Next).Previous = row.Previous;
        }
    }

    private void Reserve(int work, ref WorkRow row, int agent)
    {
        row.Agent = agent;
        if (agent != None)
        {
            ref var head = ref _agents.Edit(agent).Reserved;
            (row.Previous, row.Next) = (None, head);
            if (head != None)
            {
                _work.Edit(head).Previous = work;
            }

            head = work;
        }
    }

    private void CountWaiting(ref LaneRow lane, in WorkRow row, int by)
    {
        lane.Count += by;
        _queues.Edit(row.Queue).Waiting += by;
        _core.Edit(0).Waiting += by;
        MarkLane(row.Lane, lane.Head != None);
    }

    private void MarkLane(int lane, bool waits)
    {
        var bits = _catalogue.Lanes[lane].Pull ? _pull : _push;
        var bit = 1UL << lane;
        bits[lane >> 6] = waits ? bits[lane >> 6] | bit : bits[lane >> 6] & ~bit;
    }

    private void FitLanes()
    {
        while (_lanes.Count < _catalogue.Lanes.Count)
        {
            _lanes.AddForGood(new() { Head = None, Tail = None });
        }

        if (_push.Length < _catalogue.LaneFits.Words)
        {
            Array.Resize(ref _push, _catalogue.LaneFits.Words);
            Array.Resize(ref _pull, _catalogue.LaneFits.Words);
        }
    }

    private void Departed(int queue)
    {
        ref var row = ref _queues.Edit(queue);
        if (row.LastDeparture != long.MinValue)
        {
            var gap = Math.Min(_now - row.LastDeparture, long.MaxValue / 16);
            row.Gap += row.Departed == 1 ? gap * 8 : gap - (row.Gap / 8);
        }

        row.LastDeparture = _now;
        row.Departed++;
    }

    private void SetTimer(int work)
    {
        if (_hostKeepsTime)
        {
            return;
        }

        ref readonly var row = ref _work.Read(work);
        _timers.Set((work * 2) + 1, DeadlineOf(row));
    }

    private void SetTimerOfWindow(long until)
    {
        if (!_hostKeepsTime)
        {
            _timers.Set(WindowTimer, until);
        }
    }

    private long DeadlineOf(in WorkRow row)
    {
        switch ((WorkPhase)row.Phase)
        {
            case WorkPhase.Gone or WorkPhase.Assigned:
                return long.MaxValue;
            case WorkPhase.Waiting:
                var due = EscalatesAt(row);
                var plan = _catalogue.Plan(row.Plan);
                if (row.Stage + 1 < plan.After.Length)
                {
                    due = Math.Min(due, Later(row.QueuedAt, plan.After[row.Stage + 1]));
                }

                for (var at = row.Cooldown; at != None; at = _cooldowns.Read(at).Next)
                {
                    due = Math.Min(due, _cooldowns.Read(at).Until);
                }

                return due;
            default:
                return row.Until;
        }
    }

    // The end of time is never.
    private static long Later(long at, long ticks) => ticks > long.MaxValue - at ? long.MaxValue : at + ticks;

    private long EscalatesAt(in WorkRow row)
    {
        var after = _catalogue.Queues[row.Queue].FirstEscalation;
        return after == long.MaxValue ? long.MaxValue : Later(row.QueuedAt, after);
    }
}
