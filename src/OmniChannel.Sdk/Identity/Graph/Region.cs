namespace OmniChannel.Identity.Graph;

/// <summary>
/// The partition of a neighbourhood, computed from nothing but its ties, verdicts and rules: ties in their order, each accepted if it breaks
/// nothing. Used where a change may revoke what was accepted before.
/// </summary>
internal sealed class Region(GraphStore store, TypeTable types, VerdictBook verdicts, TieOrder order, Gate gate, Proofs proofs, int mostMembers)
{
    private readonly Dictionary<int, int> _local = [];
    private readonly List<int> _nodes = [];
    private readonly Stack<int> _open = [];
    private readonly List<(int Left, int Right)> _apart = [];
    private RankedTie[] _ties = new RankedTie[64];
    private int[] _parent = new int[64];
    private int[] _size = new int[64];
    private int[] _via = new int[64];
    private ulong[] _counts = new ulong[64];
    private ulong[] _proved = new ulong[64];
    private int _tieCount;

    public IReadOnlyList<int> Nodes => _nodes;

    /// <summary>The ties that were accepted: a tree for each customer.</summary>
    public List<int> Taken { get; } = [];

    /// <summary>The customer that a node of the region belongs to, and the tie that brought it there.</summary>
    public (int Root, int Via) PlaceOf(int index) => (_nodes[Root(index)], _via[index]);

    /// <summary>Takes in all that the seeds' ties lead to.</summary>
    /// <param name="seeds">Where to begin.</param>
    /// <param name="most">The most nodes to take in.</param>
    /// <param name="wide">False to stay within the customers that the seeds are part of.</param>
    /// <returns>False when there are too many.</returns>
    public bool Gather(IReadOnlyList<int> seeds, int most, bool wide)
    {
        _local.Clear();
        _nodes.Clear();
        _open.Clear();
        for (var i = 0; i < seeds.Count; i++)
        {
            _open.Push(seeds[i]);
        }

        while (_open.TryPop(out var node))
        {
            if (!_local.TryAdd(node, 0))
            {
                continue;
            }

            if (_nodes.Count == most)
            {
                return false;
            }

            _nodes.Add(node);
            _open.Push(store[node].Next);
            if (!wide || !gate.MayLink(node))
            {
                continue;
            }

            for (var at = store[node].Ties - 1; at >= 0; at = store.Tie(at).NextOf(node) - 1)
            {
                if (gate.Opens(store.Tie(at)))
                {
                    _open.Push(store.Tie(at).Other(node));
                }
            }
        }

        return true;
    }

    public void Partition()
    {
        _nodes.Sort();
        Taken.Clear();
        Prepare();
        Rank();
        for (var i = 0; i < _tieCount; i++)
        {
            Take(_ties[i]);
        }
    }

    private void Prepare()
    {
        var count = _nodes.Count;
        if (_parent.Length < count)
        {
            var room = Math.Max(count, _parent.Length * 2);
            (_parent, _size, _via, _counts, _proved) = (new int[room], new int[room], new int[room], new ulong[room], new ulong[room]);
        }

        for (var i = 0; i < count; i++)
        {
            _local[_nodes[i]] = i;
            var type = store[_nodes[i]].Type;
            (_parent[i], _size[i], _via[i], _counts[i]) = (i, 1, -1, types.CountOf(type));
            _proved[i] = types.IsOwner(type) ? proofs.CountsOf(_nodes[i]) : 0;
        }

        _apart.Clear();
        for (var i = 0; i < count; i++)
        {
            if (!store[_nodes[i]].Has(NodeFlags.HasApart))
            {
                continue;
            }

            foreach (var other in verdicts.ApartOf(_nodes[i]))
            {
                if (other > _nodes[i] && _local.TryGetValue(other, out var at))
                {
                    _apart.Add((i, at));
                }
            }
        }
    }

    private void Rank()
    {
        _tieCount = 0;
        for (var i = 0; i < _nodes.Count; i++)
        {
            var node = _nodes[i];
            if (!gate.MayLink(node))
            {
                continue;
            }

            for (var at = store[node].Ties - 1; at >= 0; at = store.Tie(at).NextOf(node) - 1)
            {
                ref readonly var tie = ref store.Tie(at);
                if (tie.A == node && gate.Opens(tie) && _local.TryGetValue(tie.B, out var other))
                {
                    if (_tieCount == _ties.Length)
                    {
                        Array.Resize(ref _ties, _tieCount * 2);
                    }

                    _ties[_tieCount++] = new(order.RankOf(tie), at, i, other);
                }
            }
        }

        Array.Sort(_ties, 0, _tieCount, order);
    }

    private void Take(in RankedTie ranked)
    {
        var (left, right) = (Root(ranked.Left), Root(ranked.Right));
        if (left == right)
        {
            return;
        }

        ref readonly var tie = ref store.Tie(ranked.Tie);
        if (_size[left] + _size[right] > mostMembers
            || (!tie.Has(TieFlags.Verdict) && Breaks(tie, left, right))
            || KeptApart(left, right))
        {
            return;
        }

        var (older, younger) = left < right ? (left, right) : (right, left);
        _parent[younger] = older;
        _via[younger] = ranked.Tie;
        Taken.Add(ranked.Tie);
        _size[older] += _size[younger];
        _counts[older] = Lanes.Add(_counts[older], _counts[younger]);
        _proved[older] = Lanes.Max(_proved[older], _proved[younger]);
    }

    private bool Breaks(in Tie tie, int left, int right) => gate.IsProved(tie)
        ? types.Breaks(Assurance.Verified, _counts[left], _counts[right])
        : types.Breaks(Assurance.Observed, Lanes.Max(_counts[left], _proved[left]), Lanes.Max(_counts[right], _proved[right]));

    private bool KeptApart(int left, int right)
    {
        foreach (var (a, b) in _apart)
        {
            var (x, y) = (Root(a), Root(b));
            if ((x == left && y == right) || (x == right && y == left))
            {
                return true;
            }
        }

        return false;
    }

    private int Root(int index)
    {
        while (_parent[index] != index)
        {
            index = _parent[index] = _parent[_parent[index]];
        }

        return index;
    }
}
