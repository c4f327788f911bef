using OmniChannel.Routing.Structures;

namespace OmniChannel.Routing;

public sealed partial class RoutingCore
{
    /// <summary>The item as it stands.</summary>
    public WorkItemView Item(WorkHandle work)
    {
        if (!Exists(work))
        {
            return new() { Work = work, Phase = WorkPhase.Gone, Agent = AgentHandle.None };
        }

        ref readonly var row = ref _work.Read(work.Index);
        return new()
        {
            Work = work,
            Phase = (WorkPhase)row.Phase,
            Tag = row.Tag,
            Queue = row.Queue,
            Class = row.Class,
            Requirement = row.Plan,
            Ring = row.Stage,
            Since = row.Since,
            Agent = new(HolderOf(work.Index)),
            Epoch = row.Epoch,
            Refusals = row.Refusals,
        };
    }

    /// <summary>The agent as they stand.</summary>
    public AgentLoadView Agent(AgentHandle agent)
    {
        ref readonly var row = ref _agents.Read(Checked(agent));
        return new()
        {
            Agent = agent,
            Present = row.Present,
            Open = row.Open,
            Load = row.Load,
            Capacity = _terms[row.Terms].Capacity,
            Offers = row.Offers,
            IdleSince = row.IdleSince,
        };
    }

    /// <summary>How many items wait in a queue.</summary>
    public int WaitingIn(int queue) => _queues.Read(queue).Waiting;

    /// <summary>How many items of its queue go before this one, of all requirements; -1 when it does not wait. O(items that wait in the queue).</summary>
    public int Position(WorkHandle work)
    {
        if (!Exists(work) || _work.Read(work.Index).Phase != (byte)WorkPhase.Waiting)
        {
            return None;
        }

        var queue = _work.Read(work.Index).Queue;
        var ahead = 0;
        for (var lane = 0; lane < _lanes.Count; lane++)
        {
            if (_catalogue.Lanes[lane].Queue == queue)
            {
                for (var at = _lanes.Read(lane).Head; at != None && at != work.Index && GoesFirst(at, work.Index); at = _work.Read(at).Next)
                {
                    ahead++;
                }
            }
        }

        return ahead;
    }

    /// <summary>Ticks this item may still wait: its place in the queue times the smoothed time between the queue's last assignments; null before there were two.</summary>
    public long? EstimatedWait(WorkHandle work)
    {
        var position = Position(work);
        var queue = position < 0 ? default : _queues.Read(_work.Read(work.Index).Queue);
        return queue.Departed < 2 ? null : Math.Min(queue.Gap / 8, long.MaxValue / (position + 1)) * (position + 1);
    }

    private bool GoesFirst(int left, int right)
    {
        ref readonly var first = ref _work.Read(left);
        ref readonly var second = ref _work.Read(right);
        var order = _catalogue.Classes[first.Class].Rank.CompareTo(_catalogue.Classes[second.Class].Rank);
        if (order == 0)
        {
            order = _catalogue.IsLinear ? second.Key.CompareTo(first.Key) : UrgencyOf(first).CompareTo(UrgencyOf(second));
        }

        if (order == 0)
        {
            order = second.Since.CompareTo(first.Since);
        }

        return order > 0 || (order == 0 && first.Sequence < second.Sequence);
    }
}
