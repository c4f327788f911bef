namespace OmniChannel.Routing.Rows;

internal sealed partial class WorkspaceRouting
{
    /// <summary>Signs an agent in, or replaces the profile of one who is.</summary>
    public void SignIn(WorkTurn turn, AgentProfile profile, Presence presence)
    {
        ArgumentNullException.ThrowIfNull(profile);
        var known = Agent(profile.Id);
        var next = known is null
            ? new AgentSnapshot { Profile = profile, Presence = presence, IdleSince = turn.Now }
            : known with { Profile = profile, Presence = presence };
        if (known is not null && RoutingEquality.Same(known, next))
        {
            return;
        }

        Run(turn, core =>
        {
            if (known is null)
            {
                next = next with { Turn = core.RowOf(Add(core, profile)).Turn };
            }
            else
            {
                core.UpdateAgent(HandleOf(profile.Id), _setup.Agent(profile));
            }

            Emit(new AgentChanged { Agent = next });
            if (known?.Profile.ShiftEnd != profile.ShiftEnd)
            {
                core.SetShift(HandleOf(profile.Id), MaybeOf(profile.ShiftEnd), CoreTime.Of(turn.Now), _facts);
            }

            core.SetPresence(HandleOf(profile.Id), _setup.Presence(profile, presence), CoreTime.Of(turn.Now), _facts);
            return _touched.Add(HandleOf(profile.Id).Index);
        });
    }

    /// <summary>Changes an agent's presence; false when they never signed in.</summary>
    public bool SetPresence(WorkTurn turn, AgentId agent, Presence presence)
    {
        if (Agent(agent) is not { } known)
        {
            return false;
        }

        return known.Presence == presence || Run(turn, core =>
        {
            Emit(new AgentChanged { Agent = known with { Presence = presence } });
            core.SetPresence(HandleOf(agent), _setup.Presence(known.Profile, presence), CoreTime.Of(turn.Now), _facts);
            return true;
        });
    }

    /// <summary>Puts new work into its queue, or where that says while it is closed.</summary>
    public void Enqueue(WorkTurn turn, WorkItemSnapshot item)
    {
        var (queue, opens) = Open(item.Queue, turn.Now);
        item = item with { Queue = queue };
        Run(
            turn,
            core => core.Enqueue(
                new()
                {
                    Tag = item.Id.Value,
                    Queue = _setup.Queue(queue),
                    Requirement = Plan(core, _setup.Queue(queue), item.Medium, item.Team),
                    Class = _setup.Class(item),
                    Since = CoreTime.Of(item.CreatedAt),
                    NotBefore = opens is { } at ? CoreTime.Of(at) : null,
                    Preferred = HandleOf(item.Preferred),
                    PreferredUntil = item.PreferredUntil is { } until ? CoreTime.Of(until) : null,
                },
                CoreTime.Of(turn.Now),
                _facts),
            item);
    }

    /// <summary>The agent takes the offer. Of two who try, one gets it: the offer is gone for the other.</summary>
    public bool Accept(WorkTurn turn, WorkOfferId offer, AgentId agent) => OfferedAs(offer, agent) is { } item
        && Run(turn, core => core.Accept(_works[item.Id.Value], HandleOf(agent), RoutingCore.AnyEpoch, CoreTime.Of(turn.Now), _facts) == RoutingOutcome.Done);

    /// <summary>The agent declines; the item waits again with its age.</summary>
    public bool Decline(WorkTurn turn, WorkOfferId offer, AgentId agent) => OfferedAs(offer, agent) is { } item
        && Run(turn, core => core.Decline(_works[item.Id.Value], HandleOf(agent), RoutingCore.AnyEpoch, CoreTime.Of(turn.Now), _facts) == RoutingOutcome.Done);

    /// <summary>The agent asks for work: the most urgent that they can take, from queues that agents take from themselves too. Null when there is none.</summary>
    public WorkItemId? Pull(WorkTurn turn, AgentId agent) => Agent(agent) is null ? null : Run(turn, core =>
        core.Pull(HandleOf(agent), CoreTime.Of(turn.Now), _facts, out var work) == RoutingOutcome.Done ? new WorkItemId(core.RowOf(work.Index).Tag) : (WorkItemId?)null);

    /// <summary>The agent takes an item that waits, whatever their skills.</summary>
    public RoutingOutcome Claim(WorkTurn turn, WorkItemSnapshot item, AgentId agent) => Agent(agent) is null ? RoutingOutcome.NotEligible : Run(
        turn, core => core.Claim(_works[item.Id.Value], HandleOf(agent), CoreTime.Of(turn.Now), _facts));

    /// <summary>Passes an item on: a transfer, an escalation, a release, a call that rings.</summary>
    public void Move(WorkTurn turn, WorkItemSnapshot item, WorkMove move)
    {
        var elsewhere = move.Queue is { } named && named != item.Queue;
        var (to, opens) = elsewhere ? Open(move.Queue!.Value, turn.Now) : (item.Queue, null);
        var next = item with { Medium = move.Medium ?? item.Medium, Team = move.Team };
        Run(
            turn,
            core =>
            {
                var queue = _setup.HasQueue(to) ? _setup.Queue(to) : 0;
                var priority = core.RowOf(_works[item.Id.Value].Index).Class;
                var options = _setup.Queues[_setup.QueueAt(queue)];
                return core.Transfer(
                    _works[item.Id.Value],
                    new()
                    {
                        Queue = queue,
                        Requirement = Plan(core, queue, next.Medium, next.Team),
                        Class = move.Raise ? _setup.Above(priority) : priority,
                        Agent = HandleOf(move.Agent),
                        AgentUntil = move.Agent.IsEmpty ? null : CoreTime.Of(turn.Now + options.PreferredWait),
                        HolderCooldown = move.SparesHolder ? CoreTime.Of(options.DeclineCooldown) : null,
                        Afresh = move.Afresh,
                        NotBefore = elsewhere ? CoreTime.Of(opens ?? turn.Now) : null,
                    },
                    RoutingCore.AnyEpoch,
                    CoreTime.Of(turn.Now),
                    _facts);
            },
            next,
            move);
    }

    /// <summary>Moves an item so many classes above where it would be without, wherever it is; who is asked or holds it stays.</summary>
    public void Prioritise(WorkTurn turn, WorkItemSnapshot item, int steps, WorkCause cause)
    {
        var priority = _setup.Class(item);
        var next = _setup.Moved(priority, steps - item.Steps);
        if (next != priority)
        {
            Run(
                turn,
                core => core.Prioritise(_works[item.Id.Value], next, CoreTime.Of(turn.Now), _facts),
                item with { Steps = item.Steps + _setup.PlaceOf(next) - _setup.PlaceOf(priority) },
                new() { Cause = cause });
        }
    }

    /// <summary>Where escalated work goes: the queue's escalation queue; null for the same one at a higher priority.</summary>
    public QueueName? EscalationOf(WorkItemSnapshot item) =>
        _setup.Queues.TryGetValue(item.Queue, out var queue) && !queue.Escalation.IsEmpty ? queue.Escalation : null;

    /// <summary>Ends an item: who holds it has finished; from everywhere else it goes away.</summary>
    public void Finish(WorkTurn turn, WorkItemSnapshot item) => Run(turn, core => item.Status == WorkStatus.Assigned
        ? core.Complete(_works[item.Id.Value], RoutingCore.AnyEpoch, CoreTime.Of(turn.Now), _facts)
        : core.Cancel(_works[item.Id.Value], CoreTime.Of(turn.Now), _facts));

    /// <summary>Takes an item away, wherever it is: its conversation became part of another, or a bot has it.</summary>
    public void Withdraw(WorkTurn turn, WorkItemSnapshot item) =>
        Run(turn, core => core.Cancel(_works[item.Id.Value], CoreTime.Of(turn.Now), _facts));

    /// <summary>A call on an assigned item is over: it goes on as text with its agent.</summary>
    public void Convert(WorkTurn turn, WorkItemSnapshot item, ChannelMedium medium) => Run(
        turn,
        core =>
        {
            var work = _works[item.Id.Value];
            var plan = Plan(core, core.RowOf(work.Index).Queue, medium, item.Team);
            return core.Convert(work, plan, RoutingCore.AnyEpoch, CoreTime.Of(turn.Now), _facts);
        },
        item with { Medium = medium });

    /// <summary>What time alone does to an item: an offer runs out, a wait overflows or relaxes, a cool-down, a hold or a wrap-up ends.</summary>
    public void Elapse(WorkTurn turn, WorkItemId id)
    {
        if (Items.Find(id.Value) is { } item && IsLive(item))
        {
            Run(turn, core =>
            {
                core.Elapse(_works[id.Value], CoreTime.Of(turn.Now), _facts);
                return true;
            });
        }
    }

    /// <summary>What time alone does to an agent: a break after heavy work or a shift ends.</summary>
    /// <param name="turn">The input.</param>
    /// <param name="key">The key of the agent's row.</param>
    public void ElapseAgent(WorkTurn turn, long key)
    {
        if (Agents.Find(key) is { Deadline: { } due } agent && due <= turn.Now)
        {
            Run(turn, core =>
            {
                core.ElapseFor(HandleOf(agent.Profile.Id), CoreTime.Of(turn.Now), _facts);
                return true;
            });
        }
    }

    /// <summary>Decides the batch window whose end has come; where rules of before opened it, it is only closed.</summary>
    public void ElapseWindow(WorkTurn turn)
    {
        if (_memory.Window is { } until && until <= turn.Now)
        {
            Run(turn, core =>
            {
                if (_setup.Options.Policy.WindowTicks > 0)
                {
                    core.ElapseWindow(CoreTime.Of(turn.Now), _facts);
                }
                else
                {
                    core.RestoreWindow(long.MaxValue);
                    Emit(new WindowMoved());
                }

                return true;
            });
        }
    }

    /// <summary>After a start: rows say what the present rules say, and what can go to somebody now does.</summary>
    public void Recover(WorkTurn turn)
    {
        Run(turn, core =>
        {
            foreach (var item in Items.Values.Where(IsLive).OrderBy(i => i.Order).ThenBy(i => i.Id).ToList())
            {
                var work = _works[item.Id.Value].Index;
                var next = Row(item, new() { Kind = WorkFactKind.Resumed, Work = work, Tag = item.Id.Value, Agent = -1 });
                if (next with { Offers = item.Offers, Cooldowns = item.Cooldowns } != item)
                {
                    Emit(new WorkItemChanged { Item = next, Cause = WorkCause.Resumed });
                }
            }

            foreach (var agent in _ids.Select(Agent).Where(a => a!.Turn == 0).ToList())
            {
                KeepPlace(core, HandleOf(agent!.Profile.Id).Index);
            }

            core.Resume(CoreTime.Of(turn.Now), _facts);
            return true;
        });
    }

    private (QueueName Queue, DateTimeOffset? Opens) Open(QueueName queue, DateTimeOffset now)
    {
        if (!_setup.Queues.TryGetValue(queue, out var options) || options.Hours is not { } hours || hours.IsOpen(now))
        {
            return (queue, null);
        }

        return options.ClosedTo.IsEmpty ? (queue, hours.NextOpening(now)) : (options.ClosedTo, null);
    }

    private WorkItemSnapshot? OfferedAs(WorkOfferId offer, AgentId agent) =>
        _byOffer.TryGetValue(offer.Value, out var id) && Items.Find(id) is { } item && item.OfferTo(agent)?.Id == offer ? item : null;
}
