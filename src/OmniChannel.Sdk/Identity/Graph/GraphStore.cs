namespace OmniChannel.Identity.Graph;

/// <summary>
/// Nodes and ties, how they are found, and what they were at the marks. Every change of a node or a tie goes through <see cref="Change"/> or
/// <see cref="ChangeTie"/>, which keep what it was while there is a mark.
/// </summary>
internal sealed class GraphStore
{
    private const int LongList = 32;
    private readonly Chunks<Node> _nodes = new();
    private readonly Chunks<Tie> _ties = new();
    private readonly NodeIndex _index;
    private readonly PairTable _pairs = new();
    private readonly UndoStack<Node> _oldNodes = new();
    private readonly UndoStack<Tie> _oldTies = new();
    private readonly List<string> _sources = [];
    private readonly Dictionary<string, ushort> _sourceNumbers = [];
    private int _freeTie = -1;

    public GraphStore() => _index = new(_nodes);

    public bool IsMarked { get; set; }

    public int NodeCount => _nodes.Count;

    public int TieCount => _ties.Count;

    public int SourceCount => _sources.Count;

    public ref readonly Node this[int node] => ref _nodes[node];

    public ref readonly Tie Tie(int tie) => ref _ties[tie];

    public int Find(in IdentifierKey key) => _index.Find(key);

    public ref Node Change(int node)
    {
        ref var found = ref _nodes[node];
        if (IsMarked)
        {
            _oldNodes.Push(node, found);
        }

        return ref found;
    }

    public ref Tie ChangeTie(int tie)
    {
        ref var found = ref _ties[tie];
        if (IsMarked)
        {
            _oldTies.Push(tie, found);
        }

        return ref found;
    }

    public int AddNode(in IdentifierKey key, byte type, ulong counts)
    {
        var number = _nodes.Count;
        _nodes.Add(new() { High = key.High, Low = key.Low, Type = type, Counts = counts, Root = number, Next = number, Size = 1 });
        _index.Add(number, key);
        return number;
    }

    /// <summary>Forgets what a node was; its number stays.</summary>
    public void EraseNode(int node)
    {
        ref var erased = ref Change(node);
        _index.Remove(node, erased.Key);
        erased = new() { Type = erased.Type, Root = node, Next = node, Size = 1, Flags = NodeFlags.Erased };
    }

    public ushort? SourceNumber(string source) => _sourceNumbers.TryGetValue(source, out var number) ? number : null;

    public string SourceText(ushort source) => _sources[source];

    public void AddSource(string source)
    {
        if (_sources.Count > ushort.MaxValue)
        {
            throw new InvalidOperationException("Too many names of sources: a source is a system, not a person.");
        }

        _sourceNumbers[source] = (ushort)_sources.Count;
        _sources.Add(source);
    }

    /// <summary>The tie between two nodes by a source; -1 for none.</summary>
    public int FindTie(int a, int b, ushort source)
    {
        if (_nodes[a].Has(NodeFlags.Busy) && _nodes[b].Has(NodeFlags.Busy))
        {
            return _pairs.Find(a, b, source);
        }

        var from = Shorter(a, b);
        var other = from == a ? b : a;
        var steps = 0;
        var found = -1;
        for (var at = _nodes[from].Ties - 1; at >= 0; at = _ties[at].NextOf(from) - 1)
        {
            if (_ties[at].Other(from) == other && _ties[at].Source == source)
            {
                found = at;
                break;
            }

            steps++;
        }

        if (steps > LongList)
        {
            MakeBusy(from);
        }

        return found;
    }

    /// <summary>True when evidence other than that of one tie links two nodes.</summary>
    public bool HasOtherLink(int a, int b, int except)
    {
        var from = Shorter(a, b);
        var other = from == a ? b : a;
        for (var at = _nodes[from].Ties - 1; at >= 0; at = _ties[at].NextOf(from) - 1)
        {
            if (at != except && _ties[at].Other(from) == other && _ties[at].Links)
            {
                return true;
            }
        }

        return false;
    }

    public int AddTie(Tie tie)
    {
        tie.NextA = _nodes[tie.A].Ties;
        tie.NextB = _nodes[tie.B].Ties;
        var number = _freeTie;
        if (number >= 0)
        {
            ref var slot = ref ChangeTie(number);
            _freeTie = slot.NextA;
            slot = tie;
        }
        else
        {
            number = _ties.Add(tie);
        }

        Change(tie.A).Ties = number + 1;
        Change(tie.B).Ties = number + 1;
        if (_nodes[tie.A].Has(NodeFlags.Busy) && _nodes[tie.B].Has(NodeFlags.Busy))
        {
            _pairs.Set(tie, number);
        }

        return number;
    }

    public void RemoveTie(int number)
    {
        ref var tie = ref ChangeTie(number);
        Unlink(number, tie.A, tie.NextA);
        Unlink(number, tie.B, tie.NextB);
        _pairs.Remove(tie);
        tie = new() { NextA = _freeTie, Flags = TieFlags.Gone };
        _freeTie = number;
    }

    public GraphMark Mark(long verdicts, int today)
    {
        IsMarked = true;
        return new()
        {
            Nodes = _oldNodes.Position,
            Ties = _oldTies.Position,
            Verdicts = verdicts,
            NodeCount = _nodes.Count,
            TieCount = _ties.Count,
            FreeTie = _freeTie,
            Sources = _sources.Count,
            Today = today,
        };
    }

    public void RollbackTo(in GraphMark mark)
    {
        while (_oldTies.Position > mark.Ties)
        {
            var (number, before) = _oldTies.Pop();
            _pairs.Remove(_ties[number]);
            _ties[number] = before;
            if (!before.Has(TieFlags.Gone))
            {
                _pairs.Set(before, number);
            }
        }

        while (_ties.Count > mark.TieCount)
        {
            _pairs.Remove(_ties.RemoveLast());
        }

        while (_oldNodes.Position > mark.Nodes)
        {
            var (number, before) = _oldNodes.Pop();
            var back = _nodes[number].Has(NodeFlags.Erased) && !before.Has(NodeFlags.Erased);
            _nodes[number] = before;
            if (back)
            {
                _index.Add(number, before.Key);
            }
        }

        while (_nodes.Count > mark.NodeCount)
        {
            _index.Remove(_nodes.Count - 1, _nodes[_nodes.Count - 1].Key);
            _nodes.Truncate(_nodes.Count - 1);
        }

        while (_sources.Count > mark.Sources)
        {
            _sourceNumbers.Remove(_sources[^1]);
            _sources.RemoveAt(_sources.Count - 1);
        }

        _freeTie = mark.FreeTie;
    }

    public void ForgetTo(in GraphMark mark)
    {
        _oldNodes.ForgetTo(mark.Nodes);
        _oldTies.ForgetTo(mark.Ties);
    }

    /// <summary>Forgets everything that could be rolled back.</summary>
    public void ForgetAll()
    {
        _oldNodes.ForgetTo(_oldNodes.Position);
        _oldTies.ForgetTo(_oldTies.Position);
        IsMarked = false;
    }

    private int Shorter(int a, int b)
    {
        ref readonly var left = ref _nodes[a];
        ref readonly var right = ref _nodes[b];
        return left.Has(NodeFlags.Busy) ? b : right.Has(NodeFlags.Busy) || left.Neighbours <= right.Neighbours ? a : b;
    }

    // Set once a list proved long; its ties to other long lists go to the table.
    private void MakeBusy(int node)
    {
        Change(node).Flags |= NodeFlags.Busy;
        for (var at = _nodes[node].Ties - 1; at >= 0; at = _ties[at].NextOf(node) - 1)
        {
            if (_nodes[_ties[at].Other(node)].Has(NodeFlags.Busy))
            {
                _pairs.Set(_ties[at], at);
            }
        }
    }

    private void Unlink(int tie, int node, int next)
    {
        var at = _nodes[node].Ties - 1;
        if (at == tie)
        {
            Change(node).Ties = next;
            return;
        }

        while (_ties[at].NextOf(node) - 1 != tie)
        {
            at = _ties[at].NextOf(node) - 1;
        }

        ref var before = ref ChangeTie(at);
        if (before.A == node)
        {
            before.NextA = next;
        }
        else
        {
            before.NextB = next;
        }
    }
}
