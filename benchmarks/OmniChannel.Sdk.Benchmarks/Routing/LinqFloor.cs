namespace OmniChannel.Routing;

/// <summary>The scene as it is often written: a list of agents with sets of skill names, a lock, and a query.</summary>
internal sealed class LinqFloor
{
    private readonly Lock _lock = new();
    private readonly List<Agent> _agents;
    private readonly string[][] _needs;
    private readonly Agent?[] _live;
    private long _now;
    private int _at;
    private int _need;

    public LinqFloor(RoutingScene scene)
    {
        _agents = [.. scene.Agents.Select((skills, index) => new Agent([.. skills.Select(s => RoutingScene.Name(s.Skill))])
        {
            IsIdle = !RoutingScene.IsBusy(index),
            IdleSince = ++_now,
        })];
        _needs = [.. scene.Needs.Select(n => n.Select(s => RoutingScene.Name(s.Skill)).ToArray())];
        _live = new Agent?[scene.Agents.Length / 4];
        for (var i = 0; i < _live.Length; i++)
        {
            _live[i] = Assign(_needs[i % _needs.Length]);
        }
    }

    public object? Step()
    {
        _at = _at + 1 == _live.Length ? 0 : _at + 1;
        _need = _need + 7 < _needs.Length ? _need + 7 : _need + 7 - _needs.Length;
        lock (_lock)
        {
            if (_live[_at] is { } agent)
            {
                (agent.IsIdle, agent.IdleSince) = (true, ++_now);
            }
        }

        return _live[_at] = Assign(_needs[_need]);
    }

    private Agent? Assign(string[] needs)
    {
        lock (_lock)
        {
            var agent = _agents.Where(a => a.IsIdle && needs.All(a.Skills.Contains)).OrderBy(a => a.IdleSince).FirstOrDefault();
            if (agent is not null)
            {
                agent.IsIdle = false;
            }

            return agent;
        }
    }

    private sealed class Agent(HashSet<string> skills)
    {
        public HashSet<string> Skills { get; } = skills;

        public bool IsIdle { get; set; }

        public long IdleSince { get; set; }
    }
}
