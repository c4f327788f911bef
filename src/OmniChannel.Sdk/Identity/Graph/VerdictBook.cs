namespace OmniChannel.Identity.Graph;

/// <summary>Pairs that are never one customer, by both ends; a pair of one node with itself says that it may not link.</summary>
internal sealed class VerdictBook
{
    private readonly Dictionary<(int Low, int High), (bool Apart, uint At)> _pairs = [];
    private readonly Dictionary<int, List<int>> _apart = [];
    private readonly List<((int Low, int High) Pair, (bool Apart, uint At)? Before)> _old = [];
    private long _forgotten;

    public bool IsMarked { get; set; }

    public long Position => _forgotten + _old.Count;

    public IReadOnlyList<int> ApartOf(int node) => _apart.TryGetValue(node, out var others) ? others : [];

    public bool AreApart(int left, int right) => _pairs.TryGetValue(Pair(left, right), out var verdict) && verdict.Apart;

    /// <summary>The later verdict on a pair counts; of two at the same time, that they are apart.</summary>
    public bool Outranks(int left, int right, bool apart, uint at) =>
        !_pairs.TryGetValue(Pair(left, right), out var known) || at > known.At || (at == known.At && apart && !known.Apart);

    public void Set(int left, int right, bool apart, uint at) => Put(Pair(left, right), (apart, at));

    public void Forget(int node)
    {
        foreach (var pair in _pairs.Keys.Where(p => p.Low == node || p.High == node).Order().ToList())
        {
            Put(pair, null);
        }
    }

    public void RollbackTo(long position)
    {
        while (Position > position)
        {
            var (pair, before) = _old[^1];
            _old.RemoveAt(_old.Count - 1);
            Index(pair, before);
        }
    }

    public void ForgetTo(long position)
    {
        _old.RemoveRange(0, (int)(position - _forgotten));
        _forgotten = position;
    }

    private void Put((int Low, int High) pair, (bool Apart, uint At)? verdict)
    {
        if (IsMarked)
        {
            _old.Add((pair, _pairs.TryGetValue(pair, out var before) ? before : null));
        }

        Index(pair, verdict);
    }

    private void Index((int Low, int High) pair, (bool Apart, uint At)? verdict)
    {
        if (_pairs.Remove(pair, out var before) && before.Apart && pair.Low != pair.High)
        {
            Others(pair.Low).Remove(pair.High);
            Others(pair.High).Remove(pair.Low);
        }

        if (verdict is not { } next)
        {
            return;
        }

        _pairs[pair] = next;
        if (next.Apart && pair.Low != pair.High)
        {
            Others(pair.Low).Add(pair.High);
            Others(pair.High).Add(pair.Low);
        }
    }

    private List<int> Others(int node) => _apart.TryGetValue(node, out var others) ? others : _apart[node] = [];

    private static (int Low, int High) Pair(int left, int right) => left < right ? (left, right) : (right, left);
}
