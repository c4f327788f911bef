using OmniChannel.Routing.Explanations;
using OmniChannel.Routing.Structures;

namespace OmniChannel.Routing;

public sealed partial class RoutingCore
{
    /// <summary>Why an item is with its agent, or why it still waits. For waiting work it counts anew: O(agents in the order).</summary>
    public RoutingExplanation Explain(WorkHandle work)
    {
        if (!Exists(work))
        {
            return new() { Reason = RoutingReason.Gone, Agent = AgentHandle.None, RunnerUp = AgentHandle.None, NextChange = long.MaxValue };
        }

        ref readonly var row = ref _work.Read(work.Index);
        if (row.Phase >= (byte)WorkPhase.Offered)
        {
            ref readonly var why = ref _why.Read(work.Index);
            return new()
            {
                Reason = (RoutingReason)why.Reason,
                Policy = _policy.Code,
                Agent = new(why.Agent),
                RunnerUp = new(why.RunnerUp),
                Present = why.Present,
                Skilled = why.Skilled,
                Free = why.Free,
                Willing = why.Free,
                NextChange = DeadlineOf(row),
            };
        }

        var shape = ShapeOf(row);
        var (free, willing) = FreeNow(row, shape);
        var present = PresentOn(shape.Channel);
        var skilled = _skilled[shape.Id];
        return new()
        {
            Reason = WhyWaiting(row, present, skilled, free, willing),
            Policy = _policy.Code,
            Agent = row.Phase == (byte)WorkPhase.Reserved ? new(row.Agent) : AgentHandle.None,
            RunnerUp = AgentHandle.None,
            Present = present,
            Skilled = skilled,
            Free = free,
            Willing = willing,
            Ahead = Math.Max(0, Position(work)),
            NextChange = DeadlineOf(row),
            AddedByNextRing = AddedByNextRing(row, shape),
        };
    }

    private void Explained(in WorkFact fact)
    {
        ref var why = ref _why.Edit(fact.Work);
        (why.Agent, why.RunnerUp, why.At) = (fact.Agent, fact.RunnerUp, fact.At);
        (why.Present, why.Skilled, why.Free, why.Reason) = (fact.Present, fact.Skilled, fact.Free, (int)fact.Value);
    }

    // Of several who were asked the first is the chosen one, until another accepts.
    private void ExplainedByAnswer(in WorkFact fact)
    {
        if (_why.Read(fact.Work).Agent != fact.Agent || _why.Read(fact.Work).RunnerUp != fact.RunnerUp)
        {
            ref var why = ref _why.Edit(fact.Work);
            (why.Agent, why.RunnerUp) = (fact.Agent, fact.RunnerUp);
        }
    }

    // The one who is said to be chosen is asked no more, others are: the first of them.
    private void ExplainedWithout(int work, int agent, int offer)
    {
        if (offer == None || _why.Read(work).Agent != agent)
        {
            return;
        }

        while (_offers.Read(offer).NextOfWork != None)
        {
            offer = _offers.Read(offer).NextOfWork;
        }

        ref var why = ref _why.Edit(work);
        why.Agent = _offers.Read(offer).Agent;
        why.RunnerUp = why.RunnerUp == why.Agent ? None : why.RunnerUp;
    }

    private RoutingReason WhyWaiting(in WorkRow row, int present, int skilled, int free, int willing) => (WorkPhase)row.Phase switch
    {
        WorkPhase.Deferred => RoutingReason.NotBefore,
        WorkPhase.Reserved => RoutingReason.WaitsForPreferred,
        _ when _catalogue.Queues[row.Queue].Pull => RoutingReason.PullOnly,
        _ when present == 0 => RoutingReason.NobodyPresent,
        _ when skilled == 0 => RoutingReason.NobodySkilled,
        _ when free == 0 => RoutingReason.AllBusy,
        _ when willing == 0 => RoutingReason.AllDeclined,
        _ => _policy.WindowTicks > 0 ? RoutingReason.WaitsForWindow : RoutingReason.HeldBack,
    };

    private (int Free, int Willing) FreeNow(in WorkRow row, Shape shape)
    {
        var (free, willing) = (0, 0);
        for (var agent = 0; agent < _agents.Count; agent++)
        {
            if (CanTake(agent, shape))
            {
                free++;
                willing += IsBarred(row, agent) ? 0 : 1;
            }
        }

        return (free, willing);
    }

    private bool CanTake(int agent, Shape shape)
    {
        ref readonly var row = ref _agents.Read(agent);
        return (row.Open >> shape.Channel & 1) != 0 && _catalogue.ShapeFits.Has(row.Profile, shape.Id);
    }

    private int PresentOn(int channel)
    {
        var present = 0;
        for (var agent = 0; agent < _agents.Count; agent++)
        {
            present += There(_agents.Read(agent)) >> channel & 1;
        }

        return present;
    }

    private int AddedByNextRing(in WorkRow row, Shape shape)
    {
        var stages = _catalogue.Plan(row.Plan).Stages;
        return row.Stage + 1 < stages.Length ? Math.Max(0, _skilled[stages[row.Stage + 1].Id] - _skilled[shape.Id]) : 0;
    }
}
