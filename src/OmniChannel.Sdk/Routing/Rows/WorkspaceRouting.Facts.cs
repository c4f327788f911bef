using OmniChannel.Routing.Structures;

namespace OmniChannel.Routing.Rows;

internal sealed partial class WorkspaceRouting
{
    private readonly HashSet<int> _touched = [];
    private readonly List<(int Agent, long Until)> _cooling = [];
    private WorkTurn? _turn;
    private WorkItemSnapshot? _subject;
    private WorkMove? _move;

    /// <summary>Has the core do something, and keeps its facts as they are made. What fails leaves no core behind.</summary>
    private T Run<T>(WorkTurn turn, Func<RoutingCore, T> act, WorkItemSnapshot? subject = null, WorkMove? move = null)
    {
        var core = Core(turn.Now);
        (_turn, _subject, _move) = (turn, subject, move);
        var done = false;
        try
        {
            core.ContinueAfter(turn.Order);
            var result = act(core);
            foreach (var agent in _touched.OrderBy(a => core.RowOf(new AgentHandle(a)).Turn))
            {
                KeepPlace(core, agent);
            }

            done = true;
            return result;
        }
        finally
        {
            if (!done)
            {
                _core = null;
            }

            (_turn, _subject, _move) = (null, null, null);
            _touched.Clear();
            _facts.Clear();
        }
    }

    // In the middle of a command: the fact was applied, nothing after it.
    private void OnFact(in WorkFact fact)
    {
        if (fact.Agent >= 0)
        {
            _touched.Add(fact.Agent);
        }

        if (fact.Kind is WorkFactKind.WindowOpened or WorkFactKind.WindowClosed)
        {
            Emit(new WindowMoved { Until = CoreTime.MaybeAt(fact.Until) });
            return;
        }

        if (fact.Work < 0)
        {
            KeepPlace(_core!, fact.Agent);
            return;
        }

        if (fact.Kind == WorkFactKind.Returned)
        {
            return;
        }

        var before = Items.Find(fact.Tag) ?? _subject!;
        if (_subject?.Id.Value == fact.Tag)
        {
            before = before with { Medium = _subject.Medium, Team = _subject.Team, Steps = _subject.Steps };
        }

        _works[fact.Tag] = new(fact.Work, fact.Generation);
        var next = Row(before, fact);
        if (fact.Kind == WorkFactKind.Escalated)
        {
            next = next with { Team = null };
        }

        Emit(new WorkItemChanged { Item = next, Cause = CauseOf(fact), By = ByOf(fact) });
        if (fact.Kind is WorkFactKind.Accepted or WorkFactKind.Assigned)
        {
            var served = _core!.QueueRowOf(fact.Queue);
            Emit(new QueueServed { Queue = _setup.QueueAt(fact.Queue), Last = CoreTime.At(served.LastDeparture), Gap = served.Gap, Count = served.Departed });
        }

        if (fact.Kind is WorkFactKind.Offered or WorkFactKind.Assigned && _core!.LearnsPrices)
        {
            foreach (var skill in _core.SkillsOf(fact.Work))
            {
                Emit(new SkillPriced { Skill = _setup.Options.Skills[skill], Waits = _core.ScarcityOf(skill) });
            }
        }

        if (next.Status == WorkStatus.Done)
        {
            _works.Remove(fact.Tag);
        }
    }

    private void Emit(RoutingFact fact)
    {
        _emits = true;
        try
        {
            _apply(fact);
            _turn!.Facts.Add(fact);
        }
        finally
        {
            _emits = false;
        }
    }

    private void KeepPlace(RoutingCore core, int agent)
    {
        var row = core.RowOf(new AgentHandle(agent));
        var known = Agent(_ids[agent])!;
        var moved = new AgentMoved
        {
            Agent = known.Profile.Id,
            IdleSince = CoreTime.Keep(known.IdleSince, row.IdleSince),
            Turn = row.Turn,
            Heavy = row.Heavy,
            ReliefUntil = CoreTime.MaybeAt(row.ReliefUntil),
            ShiftOver = (row.Closed & AgentRow.ShiftOver) != 0,
        };
        if (known with { IdleSince = moved.IdleSince, Turn = moved.Turn, Heavy = moved.Heavy, ReliefUntil = moved.ReliefUntil, ShiftOver = moved.ShiftOver } != known)
        {
            Emit(moved);
        }
    }

    // The row of an item as the core has it now.
    private WorkItemSnapshot Row(WorkItemSnapshot before, in WorkFact fact)
    {
        var core = _core!;
        var row = core.RowOf(fact.Work);
        var phase = (WorkPhase)row.Phase;
        if (phase == WorkPhase.Gone)
        {
            return before with { Status = WorkStatus.Done, Phase = phase, Offers = [], Epoch = row.Epoch, Cooldowns = [], Until = null, Deadline = null };
        }

        var holds = phase is WorkPhase.Assigned or WorkPhase.WrapUp;
        var work = fact.Work;
        var offers = before.Offers.RemoveAll(o => !core.HasOpenOffer(work, HandleOf(o.Agent).Index));
        var why = holds ? before.Why : null;
        if (fact.Kind == WorkFactKind.Offered)
        {
            offers = offers.Add(NewOffer(before, fact));
        }
        else if (fact.Kind == WorkFactKind.Accepted)
        {
            why = before.OfferTo(IdOf(fact.Agent))?.Why;
        }
        else if (fact.Kind == WorkFactKind.Assigned)
        {
            why = OfferReason.Of(this, before, fact, _turn!.Now);
        }

        return before with
        {
            Queue = _setup.QueueAt(row.Queue),
            Status = StatusOf(phase),
            Phase = phase,
            Weight = core.Catalogue.Channels[core.Catalogue.Plan(row.Plan).Channel].Cost,
            Class = _setup.ClassAt(row.Class),
            Priority = _setup.PlaceOf(row.Class),
            QueuedAt = CoreTime.Keep(before.QueuedAt, row.QueuedAt),
            Order = row.Sequence,
            Ring = row.Stage,
            Refusals = row.Refusals,
            Heavy = (row.Flags & WorkRow.Heavy) != 0,
            Preferred = IdOf(row.Preferred),
            PreferredUntil = row.PreferredUntil == long.MinValue ? null : CoreTime.Keep(before.PreferredUntil ?? default, row.PreferredUntil),
            Offers = offers,
            Until = holds && phase != WorkPhase.WrapUp || phase == WorkPhase.Waiting ? null : CoreTime.MaybeAt(row.Until),
            Deadline = CoreTime.MaybeAt(core.DeadlineOf(fact.Work)),
            Agent = holds ? IdOf(row.Agent) : default,
            Epoch = row.Epoch,
            Cooldowns = Cooldowns(core, fact.Work),
            Why = why,
        };
    }

    private WorkOffer NewOffer(WorkItemSnapshot item, in WorkFact fact) => new()
    {
        Id = new(_turn!.NewId()),
        Agent = IdOf(fact.Agent),
        OfferedAt = _turn.Now,
        ExpiresAt = CoreTime.At(fact.Until),
        Why = OfferReason.Of(this, item, fact, _turn.Now),
    };

    private ImmutableArray<Cooldown> Cooldowns(RoutingCore core, int work)
    {
        _cooling.Clear();
        core.ReadCooldowns(work, _cooling);
        return [.. _cooling.Select(c => new Cooldown { Agent = IdOf(c.Agent), Until = CoreTime.At(c.Until) }).OrderBy(c => c.Until).ThenBy(c => c.Agent.Value, StringComparer.Ordinal)];
    }

    private WorkCause CauseOf(in WorkFact fact) => fact.Kind switch
    {
        WorkFactKind.Enqueued => WorkCause.Queued,
        WorkFactKind.Offered => WorkCause.Offered,
        WorkFactKind.Accepted => WorkCause.Accepted,
        WorkFactKind.Assigned => WorkCause.Assigned,
        WorkFactKind.Declined => WorkCause.Declined,
        WorkFactKind.Expired => WorkCause.Expired,
        WorkFactKind.Withdrawn or WorkFactKind.Cancelled => WorkCause.Withdrawn,
        WorkFactKind.Completed => WorkCause.Completed,
        WorkFactKind.WrapUpStarted => WorkCause.WrapUpStarted,
        WorkFactKind.Transferred => _move!.Cause,
        WorkFactKind.Prioritised => _move!.Cause,
        WorkFactKind.Escalated => WorkCause.Overflowed,
        WorkFactKind.Converted => WorkCause.Lightened,
        WorkFactKind.Held => WorkCause.Held,
        WorkFactKind.Relaxed => WorkCause.Relaxed,
        _ => WorkCause.Resumed,
    };

    private AgentId ByOf(in WorkFact fact) => fact.Kind switch
    {
        WorkFactKind.Transferred => _move!.By,
        WorkFactKind.Enqueued or WorkFactKind.Escalated or WorkFactKind.Prioritised or WorkFactKind.Held or WorkFactKind.Resumed => default,
        _ => IdOf(fact.Agent),
    };

    private static WorkStatus StatusOf(WorkPhase phase) => phase switch
    {
        WorkPhase.Offered => WorkStatus.Offered,
        WorkPhase.Assigned => WorkStatus.Assigned,
        WorkPhase.WrapUp => WorkStatus.WrapUp,
        _ => WorkStatus.Waiting,
    };
}
