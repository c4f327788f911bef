namespace OmniChannel.Routing;

/// <summary>The scene with a bit mask of skills per agent and a loop over all of them.</summary>
internal sealed class MaskFloor
{
    private readonly ulong[] _skills;
    private readonly long[] _idleSince;
    private readonly ulong[] _needs;
    private readonly int[] _live;
    private long _now;
    private int _at;
    private int _need;

    public MaskFloor(RoutingScene scene)
    {
        _skills = [.. scene.Agents.Select(Mask)];
        _idleSince = [.. scene.Agents.Select((_, index) => RoutingScene.IsBusy(index) ? long.MaxValue : ++_now)];
        _needs = [.. scene.Needs.Select(Mask)];
        _live = new int[scene.Agents.Length / 4];
        for (var i = 0; i < _live.Length; i++)
        {
            _live[i] = Assign(_needs[i % _needs.Length]);
        }
    }

    public int Step()
    {
        _at = _at + 1 == _live.Length ? 0 : _at + 1;
        _need = _need + 7 < _needs.Length ? _need + 7 : _need + 7 - _needs.Length;
        if (_live[_at] >= 0)
        {
            _idleSince[_live[_at]] = ++_now;
        }

        return _live[_at] = Assign(_needs[_need]);
    }

    private static ulong Mask((int Skill, int Level)[] skills) => skills.Aggregate(0UL, (mask, s) => mask | (1UL << s.Skill));

    private int Assign(ulong need)
    {
        var (best, since) = (-1, long.MaxValue);
        for (var agent = 0; agent < _skills.Length; agent++)
        {
            if ((_skills[agent] & need) == need && _idleSince[agent] < since)
            {
                (best, since) = (agent, _idleSince[agent]);
            }
        }

        if (best >= 0)
        {
            _idleSince[best] = long.MaxValue;
        }

        return best;
    }
}
