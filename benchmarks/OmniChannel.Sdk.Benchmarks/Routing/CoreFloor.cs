namespace OmniChannel.Routing;

/// <summary>The scene on the routing core. A step: one item is completed, and its agent looks for work; one comes, is matched, offered
/// and accepted, or leaves when nobody idle can take it.</summary>
internal sealed class CoreFloor
{
    private readonly RoutingCore _core;
    private readonly WorkFacts _facts = new();
    private readonly int[] _requirements;
    private readonly WorkHandle[] _live;
    private readonly bool _offers;
    private long _now;
    private int _at;
    private int _need;

    public CoreFloor(RoutingScene scene, int backlog, bool offers, bool explain)
    {
        _core = new(scene.Options(offers, explain));
        _offers = offers;
        _requirements = [.. scene.Needs.Select(n => _core.Compile(RoutingScene.Requirement(n)))];
        var scarce = scene.Scarce.Select(n => _core.Compile(RoutingScene.Requirement(n))).ToArray();
        var agents = scene.Agents.Length;
        foreach (var busy in (bool[])[true, false])
        {
            for (var agent = 0; agent < agents; agent++)
            {
                if (RoutingScene.IsBusy(agent) == busy)
                {
                    _core.SetPresence(new(agent), present: true, ++_now, _facts);
                    if (busy)
                    {
                        Come(0);
                    }
                }
            }
        }

        for (var i = 0; i < backlog; i++)
        {
            _facts.Clear();
            _core.Enqueue(new() { Requirement = scarce[i % scarce.Length] }, ++_now, _facts);
        }

        _live = new WorkHandle[agents / 4];
        for (var i = 0; i < _live.Length; i++)
        {
            _live[i] = Come(_requirements[i % _requirements.Length]);
        }
    }

    public int Waiting => _core.Waiting;

    public int Step()
    {
        _now += 100;
        _at = _at + 1 == _live.Length ? 0 : _at + 1;
        _need = _need + 7 < _requirements.Length ? _need + 7 : _need + 7 - _requirements.Length;
        _facts.Clear();
        _core.Complete(_live[_at], RoutingCore.AnyEpoch, _now, _facts);
        _live[_at] = Come(_requirements[_need]);
        return _facts.Count;
    }

    private WorkHandle Come(int requirement)
    {
        _facts.Clear();
        var work = _core.Enqueue(new() { Requirement = requirement }, _now, _facts);
        var last = _facts.Span[^1];
        if (last.Agent < 0)
        {
            _core.Cancel(work, _now, _facts);
        }
        else if (_offers)
        {
            _core.Accept(work, new(last.Agent), last.Epoch, _now, _facts);
        }

        return work;
    }
}
