using OmniChannel.Routing.Structures;

namespace OmniChannel.Routing;

// Queues whose work moves on when nobody who could ever take it is there.
public sealed partial class RoutingCore
{
    // By the ring that holds and those that come; the preferred agent needs no skills.
    private bool IsForNobody(int work)
    {
        ref readonly var row = ref _work.Read(work);
        return HasNobody(row.Plan, row.Stage) && !GoesToPreferred(work);
    }

    private bool HasNobody(int plan, int stage)
    {
        foreach (var shape in _catalogue.Plan(plan).Stages.AsSpan(stage))
        {
            if (_skilled[shape.Id] > 0)
            {
                return false;
            }
        }

        return true;
    }

    private bool GoesToPreferred(int work)
    {
        ref readonly var row = ref _work.Read(work);
        return row.Preferred != None && !_catalogue.Queues[row.Queue].Pull && IsThereFor(row.Preferred, work) && !IsBarred(row, row.Preferred)
            && (row.PreferredUntil > _now || (_agents.Read(row.Preferred).Open >> _catalogue.Plan(row.Plan).Channel & 1) != 0);
    }

    // After somebody left. What came first moves on first, whatever the lanes are numbered by.
    private void MoveOnFromNobody(WorkFacts facts)
    {
        if (!_catalogue.WatchesPresence)
        {
            return;
        }

        _left.Clear();
        for (var lane = 0; lane < _lanes.Count; lane++)
        {
            var of = _catalogue.Lanes[lane];
            if (_lanes.Read(lane).Head != None && _catalogue.Queues[of.Queue].WhenNobody is not null && HasNobody(of.Plan, of.Stage))
            {
                for (var at = _lanes.Read(lane).Head; at != None; at = _work.Read(at).Next)
                {
                    _left.Add((_work.Read(at).Sequence, at));
                }
            }
        }

        _left.Sort(static (left, right) => left.Sequence.CompareTo(right.Sequence));
        foreach (var (_, work) in _left)
        {
            if (_work.Read(work).Phase == (byte)WorkPhase.Waiting && _catalogue.Queues[_work.Read(work).Queue].WhenNobody is { } rule && IsForNobody(work))
            {
                Escalate(work, rule, facts);
                Arrive(work, facts);
            }
        }
    }
}
