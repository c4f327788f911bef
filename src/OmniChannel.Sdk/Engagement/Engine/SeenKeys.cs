namespace OmniChannel.Engagement.Engine;

/// <summary>
/// Which inbox keys may be in the store: never wrong when it says no, rarely wrong when it says yes, and then a look-up tells. Two bytes a key
/// and less; keys leave after thirty to forty days, as the inbox's rows do.
/// </summary>
internal sealed class SeenKeys
{
    private const int Periods = 4;
    private static readonly TimeSpan Period = TimeSpan.FromDays(10);
    private readonly Queue<(DateTimeOffset Since, List<BloomFilter> Filters)> _periods = new();
    private List<BloomFilter> _newest = [];
    private DateTimeOffset _since;

    public bool Contains(long key)
    {
        foreach (var (_, filters) in _periods)
        {
            foreach (var filter in filters)
            {
                if (filter.Contains(key))
                {
                    return true;
                }
            }
        }

        return false;
    }

    public void Add(long key, DateTimeOffset now)
    {
        if (_periods.Count == 0 || now - _since >= Period)
        {
            (_newest, _since) = ([], now);
            _periods.Enqueue((now, _newest));
            if (_periods.Count > Periods)
            {
                _periods.Dequeue();
            }
        }

        if (_newest.Count == 0 || _newest[^1].IsFull)
        {
            _newest.Add(new(_newest.Count == 0 ? BloomFilter.Smallest : Math.Min(_newest[^1].Capacity * 2, BloomFilter.Largest)));
        }

        _newest[^1].Add(key);
    }
}
