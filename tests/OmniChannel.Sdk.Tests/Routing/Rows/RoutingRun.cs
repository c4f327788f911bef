namespace OmniChannel.Routing.Rows;

/// <summary>Random operations on routing and on the model, compared after each; made from its rows again now and then.</summary>
internal sealed class RoutingRun(int seed, IReadOnlyList<QueueOptions> queues, DateTimeOffset start, int reloads = 0, RoutingOptions? rules = null)
{
    private static readonly string[] Names = ["a", "b", "c", "d"];
    private readonly Random _random = new(seed);
    private readonly Random _chance = new(seed);
    private readonly RoutingModel _model = new();
    private long _ids = 10_000;
    private DateTimeOffset _now = start;

    public RoutingRig Rig { get; } = new(queues, rules);

    private WorkspaceRouting Core => Rig.Routing;

    public void Step()
    {
        if (reloads > 0 && _chance.Next(reloads) == 0)
        {
            Rig.Reload();
        }

        _now += TimeSpan.FromSeconds(_random.Next(20));
        Elapse();
        var items = Core.Items.Values.Where(i => i.IsOpen).OrderBy(i => i.Id.Value).ToList();
        var item = items.Count == 0 ? null : items[_random.Next(items.Count)];
        var agent = Names[_random.Next(Names.Length)];
        switch (_random.Next(11))
        {
            case 0 or 1:
                Enqueue();
                break;
            case 2:
                SignIn(agent);
                break;
            case 3:
                SetPresence(agent);
                break;
            case 4 or 5 when item?.Offers is [var offer, ..]:
                Accept(offer, _random.Next(3) == 0 ? agent : offer.Agent.Value);
                break;
            case 6 when item?.Offers is [var offer, ..]:
                Core.Decline(Now, offer.Id, new(agent));
                break;
            case 7 when item is { Status: WorkStatus.Assigned }:
                Core.Finish(Now, item);
                break;
            case 8 when item is not null:
                Core.Move(Now, item, new() { Cause = WorkCause.Escalated, By = item.Agent, Queue = Core.EscalationOf(item), Raise = true, Afresh = _random.Next(2) == 0 });
                break;
            case 9 when item is not null && _random.Next(3) == 0:
                Core.Withdraw(Now, item);
                break;
            case 9 when item is not null:
                Core.Prioritise(Now, item, _random.Next(-1, 3), WorkCause.FollowedUp);
                break;
            case 10 when item is { Status: WorkStatus.Waiting } && _random.Next(2) == 0:
                Claim(item, agent);
                break;
            case 10:
                Pull(agent);
                break;
        }
    }

    /// <summary>No double assignment, capacity kept, nothing lost, and nobody able is idle while work waits.</summary>
    public void Check()
    {
        Sync();
        foreach (var (name, agent) in _model.Agents)
        {
            Assert.Equal(_model.Load(name), Core.LoadOf(new(name), _now));
            Assert.True(_model.Load(name) <= agent.Capacity, $"seed {seed}: {name} carries {_model.Load(name)} of {agent.Capacity}");
        }

        foreach (var waiting in _model.Work.Values.Where(w => w.Status == WorkStatus.Waiting))
        {
            var queue = queues.Single(q => q.Name == waiting.Queue);
            Assert.True(!_model.Able(waiting, queue, _now).Any(), $"seed {seed}: {waiting.Id} waits although somebody can take it");
        }

        Assert.Equal(_model.Work.Values.Where(w => w.Status == WorkStatus.Waiting).Select(w => w.Id.Value).Order(), Core.Items.Values.Where(w => w.Status == WorkStatus.Waiting).Select(w => w.Id.Value).Order());
        Assert.All(_model.Work.Values.Where(w => w.Status != WorkStatus.Done), w => Assert.Equal(w.Id, Core.ItemOf(w.Conversation)!.Id));
    }

    private void Enqueue()
    {
        var id = ++_ids;
        var item = new WorkItemSnapshot
        {
            Id = new(id),
            Conversation = new(10_000 + id),
            Queue = queues[_random.Next(queues.Count)].Name,
            Status = WorkStatus.Waiting,
            Medium = _random.Next(4) == 0 ? ChannelMedium.Voice : ChannelMedium.AsyncText,
            Priority = _random.Next(3),
            CreatedAt = _now,
            QueuedAt = _now,
        };
        Core.Enqueue(Now, item);
        _model.Work[id] = item;
    }

    private void SignIn(string agent)
    {
        string[] skills = _random.Next(2) == 0 ? ["ja"] : [];
        DateTimeOffset? shiftEnd = _random.Next(3) == 0 ? _now.AddSeconds(_random.Next(-5, 60)) : null;
        _model.Agents[agent] = (skills, 4, Presence.Available, shiftEnd);
        Core.SignIn(
            Now,
            new()
            {
                Id = new(agent),
                DisplayName = agent,
                Skills = [.. skills.Select(s => new SkillLevel { Skill = s })],
                Capacity = 4,
                Phone = new("tel:+8131234567"),
                ShiftEnd = shiftEnd,
            },
            Presence.Available);
    }

    private void SetPresence(string agent)
    {
        var presence = (Presence)_random.Next(3);
        Assert.Equal(_model.Agents.ContainsKey(agent), Core.SetPresence(Now, new(agent), presence));
        if (_model.Agents.TryGetValue(agent, out var known))
        {
            _model.Agents[agent] = known with { Presence = presence };
        }
    }

    private void Accept(WorkOffer offer, string agent) => Assert.Equal(offer.Agent.Value == agent, Core.Accept(Now, offer.Id, new(agent)));

    // Who takes it needs to be there with room, whatever their skills.
    private void Claim(WorkItemSnapshot item, string agent)
    {
        Sync();
        var able = _model.Agents.TryGetValue(agent, out var known) && known.Presence == Presence.Available && !(known.ShiftEnd <= _now)
            && _model.Load(agent) + item.Weight <= known.Capacity;
        Assert.Equal(able ? RoutingOutcome.Done : RoutingOutcome.NotEligible, Core.Claim(Now, item, new(agent)));
    }

    private void Pull(string agent)
    {
        var pulled = Core.Pull(Now, new(agent));
        Assert.True(pulled is null || rules is not null, "what waits in a queue that gives away is what nobody could take");
    }

    private void Elapse()
    {
        foreach (var agent in Core.Agents.Values.Where(a => a.Deadline <= _now).OrderBy(a => a.Deadline).ThenBy(a => a.Profile.Id.Value, StringComparer.Ordinal).ToList())
        {
            Core.ElapseAgent(Now, RoutingKey.Of(agent.Profile.Id));
        }

        if (Rig.Window <= _now)
        {
            Core.ElapseWindow(Now);
        }

        while (Core.Items.Values.Where(i => i.Deadline <= _now).OrderBy(i => i.Deadline).ThenBy(i => i.Id.Value).FirstOrDefault() is { } due)
        {
            Core.Elapse(Now, due.Id);
        }
    }

    private WorkTurn Now => Rig.At(_now);

    /// <summary>The model knows what was put in; what became of it is read from the facts alone.</summary>
    private void Sync()
    {
        foreach (var fact in Rig.Facts.OfType<WorkItemChanged>())
        {
            Assert.True(_model.Work.ContainsKey(fact.Item.Id.Value));
            _model.Work[fact.Item.Id.Value] = fact.Item;
        }
    }
}
