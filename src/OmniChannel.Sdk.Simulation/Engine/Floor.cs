using OmniChannel.Routing;

namespace OmniChannel.Simulation.Engine;

/// <summary>Temporary.</summary>
internal sealed class Floor(Plan plan)
{
    private readonly List<(int Class, int Place, double Since)> _queue = [];
    private readonly LinkedList<int> _idle = new();
    private readonly Dictionary<int, int> _agentOf = [];
    private readonly List<WorkFact> _facts = [];

    public ReadOnlySpan<WorkFact> Facts => System.Runtime.InteropServices.CollectionsMarshal.AsSpan(_facts);

    public WorkHandle Enqueue(int workClass, int place, double now)
    {
        _facts.Clear();
        var work = plan.Classes[workClass];
        LinkedListNode<int>? best = null;
        if (work.Groups is null)
        {
            for (var n = _idle.First; n is not null && best is null; n = n.Next)
            {
                best = Plan.CanServe(plan.Groups[plan.GroupOf[n.Value]], work) ? n : null;
            }
        }
        else
        {
            foreach (var name in work.Groups)
            {
                for (var n = _idle.First; n is not null && best is null; n = n.Next)
                {
                    best = plan.Groups[plan.GroupOf[n.Value]].Name == name && Plan.CanServe(plan.Groups[plan.GroupOf[n.Value]], work) ? n : null;
                }
            }
        }

        if (best is null)
        {
            _queue.Add((workClass, place, now));
        }
        else
        {
            _idle.Remove(best);
            _agentOf[place] = best.Value;
            _facts.Add(new() { Kind = WorkFactKind.Assigned, Tag = place, Agent = best.Value });
        }

        return new(place, 0);
    }

    public void Cancel(WorkHandle work, double now)
    {
        _facts.Clear();
        _queue.RemoveAt(_queue.FindIndex(q => q.Place == work.Index));
    }

    public void Complete(WorkHandle work, double now)
    {
        _facts.Clear();
        _agentOf.Remove(work.Index, out var agent);
        Free(agent);
    }

    public void Come(int agent, double now)
    {
        _facts.Clear();
        Free(agent);
    }

    public void Go(int agent, double now)
    {
        _facts.Clear();
        _idle.Remove(agent);
    }

    private void Free(int agent)
    {
        var best = -1;
        for (var i = 0; i < _queue.Count; i++)
        {
            if (Plan.CanServe(plan.Groups[plan.GroupOf[agent]], plan.Classes[_queue[i].Class])
                && (best < 0 || plan.Classes[_queue[i].Class].Priority > plan.Classes[_queue[best].Class].Priority))
            {
                best = i;
            }
        }

        if (best < 0)
        {
            _idle.AddLast(agent);
            return;
        }

        _agentOf[_queue[best].Place] = agent;
        _facts.Add(new() { Kind = WorkFactKind.Assigned, Tag = _queue[best].Place, Agent = agent });
        _queue.RemoveAt(best);
    }
}
