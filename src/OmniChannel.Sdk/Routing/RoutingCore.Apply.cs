using OmniChannel.Routing.Structures;

namespace OmniChannel.Routing;

public sealed partial class RoutingCore
{
    /// <summary>Makes a fact's change without deciding: for start-up and replay on a core with the same options, agents and requirements.</summary>
    public void Apply(in WorkFact fact)
    {
        _now = Math.Max(_now, fact.At);
        switch (fact.Kind)
        {
            case WorkFactKind.Enqueued:
                ApplyEnqueued(fact);
                break;
            case WorkFactKind.Offered:
                ApplyOffered(fact);
                break;
            case WorkFactKind.Accepted:
                ApplyAccepted(fact);
                break;
            case WorkFactKind.Assigned:
                ApplyAssigned(fact);
                break;
            case WorkFactKind.Declined or WorkFactKind.Expired or WorkFactKind.Withdrawn:
                ApplyOfferOver(fact);
                break;
            case WorkFactKind.Completed or WorkFactKind.Cancelled:
                ApplyGone(fact);
                break;
            case WorkFactKind.PresenceChanged or WorkFactKind.ReliefStarted or WorkFactKind.ReliefEnded or WorkFactKind.ShiftSet
                or WorkFactKind.ShiftEnded:
                ApplyAgent(fact);
                return;
            case WorkFactKind.WindowOpened or WorkFactKind.WindowClosed:
                _core.Edit(0).WindowUntil = fact.Until;
                SetTimerOfWindow(fact.Until);
                return;
            default:
                ApplyMove(fact);
                break;
        }

        SetTimer(fact.Work);
    }

    private void Emit(in WorkFact fact, WorkFacts facts)
    {
        ref var draft = ref facts.Draft();
        draft = fact;
        Record(ref draft, facts);
    }

    // Of a fact that was written in place, in the buffer.
    private void Record(ref WorkFact draft, WorkFacts facts)
    {
        Apply(draft);
        if (draft.Work >= 0)
        {
            draft.Epoch = _work.Read(draft.Work).Epoch;
        }

        facts.Add();
    }

    private void ApplyEnqueued(in WorkFact fact)
    {
        ref var core = ref _core.Edit(0);
        var work = fact.Work;
        if (work == _work.Count)
        {
            _work.Add(default);
            _why.Add(default);
        }
        else if (work == core.FreeWork)
        {
            core.FreeWork = _work.Read(work).Next;
        }
        else
        {
            throw new InvalidOperationException("The fact does not follow from what was applied before.");
        }

        ref var row = ref _work.Edit(work);
        row = new()
        {
            Tag = fact.Tag,
            Since = fact.Since,
            Sequence = ++core.Sequence,
            QueuedAt = fact.At,
            PreferredUntil = fact.Until,
            Due = fact.Value,
            Generation = fact.Generation,
            Agent = None,
            Preferred = fact.Agent,
            Queue = fact.Queue,
            Plan = fact.Requirement,
            Offer = None,
            Cooldown = None,
            Class = (short)fact.Class,
            Flags = (byte)(fact.Heavy ? WorkRow.Heavy : 0),
        };
        row.Key = KeyOf(row);
        ToLane(work, ref row);
    }

    private void ApplyOffered(in WorkFact fact)
    {
        ref var row = ref _work.Edit(fact.Work);
        if (row.Phase != (byte)WorkPhase.Offered)
        {
            Learn(fact);
            Unlist(fact.Work, ref row);
            row.Phase = (byte)WorkPhase.Offered;
            row.Epoch++;
            Explained(fact);
        }

        row.Until = fact.Until;
        AddOffer(fact.Work, ref row, fact.Agent);
        Debit(fact.Agent, _catalogue.Plan(row.Plan).Channel, 1);
    }

    private void ApplyAccepted(in WorkFact fact)
    {
        ref var row = ref _work.Edit(fact.Work);
        RemoveOffer(ref row, fact.Agent);
        row.Phase = (byte)WorkPhase.Assigned;
        row.Agent = fact.Agent;
        row.Epoch++;
        ref var agent = ref _agents.Edit(fact.Agent);
        agent.Offers--;
        Settle(fact.Agent, ref agent, moveLast: false);
        ExplainedByAnswer(fact);
        Departed(row.Queue);
    }

    private void ApplyAssigned(in WorkFact fact)
    {
        Learn(fact);
        ref var row = ref _work.Edit(fact.Work);
        Unlist(fact.Work, ref row);
        row.Phase = (byte)WorkPhase.Assigned;
        row.Agent = fact.Agent;
        row.Epoch++;
        Debit(fact.Agent, _catalogue.Plan(row.Plan).Channel, 0);
        Explained(fact);
        Departed(row.Queue);
    }

    private void ApplyOfferOver(in WorkFact fact)
    {
        ref var row = ref _work.Edit(fact.Work);
        RemoveOffer(ref row, fact.Agent);
        if (fact.Kind != WorkFactKind.Withdrawn)
        {
            row.Refusals++;
            AddCooldown(ref row, fact.Agent, fact.Until);
            DropPreference(ref row, fact.Agent);
        }

        ExplainedWithout(fact.Work, fact.Agent, row.Offer);
        if (row.Offer == None)
        {
            row.Epoch++;
            ToLane(fact.Work, ref row);
        }

        Credit(fact.Agent, _catalogue.Plan(row.Plan).Channel, 1);
    }

    // Who did not want it, or gave it back, is one agent among others from then on.
    private static void DropPreference(ref WorkRow row, int agent)
    {
        if (row.Preferred == agent)
        {
            (row.Preferred, row.PreferredUntil) = (None, long.MinValue);
        }
    }

    private void ApplyGone(in WorkFact fact)
    {
        ref var row = ref _work.Edit(fact.Work);
        var holder = row.Phase >= (byte)WorkPhase.Assigned ? row.Agent : None;
        if (holder == None)
        {
            Unlist(fact.Work, ref row);
        }
        else
        {
            if (fact.Kind == WorkFactKind.Completed && (row.Flags & WorkRow.Heavy) != 0)
            {
                _agents.Edit(holder).Heavy++;
            }

            Credit(holder, _catalogue.Plan(row.Plan).Channel, 0);
        }

        RemoveCooldowns(ref row, long.MaxValue);
        ref var core = ref _core.Edit(0);
        row.Phase = (byte)WorkPhase.Gone;
        row.Epoch++;
        row.Next = core.FreeWork;
        core.FreeWork = fact.Work;
    }

    private void ApplyMove(in WorkFact fact)
    {
        ref var row = ref _work.Edit(fact.Work);
        switch (fact.Kind)
        {
            case WorkFactKind.Held:
                Unlist(fact.Work, ref row);
                row.Until = fact.Until;
                row.Phase = (byte)(fact.Agent < 0 ? WorkPhase.Deferred : WorkPhase.Reserved);
                Reserve(fact.Work, ref row, fact.Agent);
                break;
            case WorkFactKind.Resumed:
                Unlist(fact.Work, ref row);
                ToLane(fact.Work, ref row);
                break;
            case WorkFactKind.WrapUpStarted:
                row.Phase = (byte)WorkPhase.WrapUp;
                row.Until = fact.Until;
                break;
            case WorkFactKind.Returned:
                var holder = row.Agent;
                row.Agent = None;
                row.Epoch++;
                row.Refusals++;
                AddCooldown(ref row, holder, fact.Until);
                DropPreference(ref row, holder);
                ToLane(fact.Work, ref row);
                Credit(holder, _catalogue.Plan(row.Plan).Channel, 0);
                break;
            case WorkFactKind.Relaxed:
                Unlist(fact.Work, ref row);
                row.Stage++;
                ToLane(fact.Work, ref row);
                break;
            case WorkFactKind.CooledDown:
                RemoveCooldowns(ref row, Math.Max(fact.At, fact.Until));
                break;
            case WorkFactKind.Prioritised:
                var isListed = row.Phase == (byte)WorkPhase.Waiting;
                if (isListed)
                {
                    Unlist(fact.Work, ref row);
                }

                row.Class = (short)fact.Class;
                row.Key = KeyOf(row);
                if (isListed)
                {
                    ToLane(fact.Work, ref row);
                }

                break;
            case WorkFactKind.Converted:
                var from = _catalogue.Plan(row.Plan).Channel;
                row.Plan = fact.Requirement;
                row.Stage = 0;
                Swap(row.Agent, from, _catalogue.Plan(row.Plan).Channel);
                break;
            case WorkFactKind.Transferred or WorkFactKind.Escalated:
                Unlist(fact.Work, ref row);
                row.Queue = fact.Queue;
                row.Plan = fact.Requirement;
                row.Class = (short)fact.Class;
                row.QueuedAt = fact.At;
                row.Stage = 0;
                row.Refusals = 0;
                row.Epoch++;
                row.Preferred = fact.Agent;
                row.PreferredUntil = fact.Value;
                row.Key = KeyOf(row);
                ToLane(fact.Work, ref row);
                break;
            default:
                throw new ArgumentOutOfRangeException(nameof(fact), "The fact is of no kind.");
        }
    }

    private void ApplyAgent(in WorkFact fact)
    {
        ref var row = ref _agents.Edit(fact.Agent);
        var there = There(row);
        switch (fact.Kind)
        {
            case WorkFactKind.PresenceChanged:
                var comes = row.Present == 0;
                row.Present = (int)fact.Value;
                if (comes)
                {
                    row.IdleSince = fact.At;
                }

                break;
            case WorkFactKind.ReliefStarted:
                row.ReliefUntil = fact.Until;
                row.Closed |= AgentRow.InRelief;
                row.Heavy = 0;
                break;
            case WorkFactKind.ReliefEnded:
                row.ReliefUntil = long.MaxValue;
                row.Closed &= ~AgentRow.InRelief;
                break;
            case WorkFactKind.ShiftSet:
                row.ShiftEnd = fact.Until;
                row.Closed &= ~AgentRow.ShiftOver;
                break;
            case WorkFactKind.ShiftEnded:
                row.ShiftEnd = long.MaxValue;
                row.Closed |= AgentRow.ShiftOver;
                break;
        }

        CountPresent(row.Profile, there, There(row));
        Settle(fact.Agent, ref row, moveLast: false);
        _timers.Set((fact.Agent * 2) + 2, Math.Min(row.ReliefUntil, row.ShiftEnd));
    }
}
