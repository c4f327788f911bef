namespace OmniChannel.Identity.Graph;

/// <summary>Customers as rings of nodes: joins two, or deals nodes out anew. Decides nothing.</summary>
internal sealed class Rings(GraphStore store, TypeTable types, VerdictBook verdicts)
{
    private readonly Dictionary<int, (int To, int Via)> _moves = [];
    private readonly HashSet<int> _roots = [];
    private readonly List<(int Root, int Node)> _members = [];

    public void Join(int younger, int older, int tie)
    {
        var from = store[younger];
        for (var at = younger; ;)
        {
            ref var node = ref store.Change(at);
            node.Root = older;
            at = node.Next;
            if (at == younger)
            {
                break;
            }
        }

        ref var root = ref store.Change(older);
        ref var joined = ref store.Change(younger);
        (root.Next, joined.Next) = (from.Next, root.Next);
        root.Counts = Lanes.Add(root.Counts, from.Counts);
        root.Size += from.Size;
        root.Flags |= from.Flags & (NodeFlags.AnyApart | NodeFlags.Lifted);
        joined.JoinedBy = tie + 1;
        if (tie >= 0 && store.Tie(tie).Has(TieFlags.Verdict))
        {
            root.Flags |= NodeFlags.Lifted;
        }
    }

    /// <summary>Keeps one move of a run.</summary>
    public void Plan(int node, int to, int via) => _moves[node] = (to, via);

    /// <summary>Does the planned moves together.</summary>
    public void Deal()
    {
        var lifted = Gather();
        _members.Sort();
        for (var first = 0; first < _members.Count;)
        {
            var end = first + 1;
            while (end < _members.Count && _members[end].Root == _members[first].Root)
            {
                end++;
            }

            Ring(first, end, lifted);
            first = end;
        }

        _moves.Clear();
        _roots.Clear();
        _members.Clear();
    }

    public void MarkApart(int node)
    {
        ref var kept = ref store.Change(node);
        var any = verdicts.ApartOf(node).Count > 0;
        kept.Flags = any ? kept.Flags | NodeFlags.HasApart : kept.Flags & ~NodeFlags.HasApart;
        if (any)
        {
            store.Change(kept.Root).Flags |= NodeFlags.AnyApart;
        }
    }

    // Everybody of the customers that gain or lose, with where they go.
    private bool Gather()
    {
        var lifted = false;
        foreach (var (node, (to, via)) in _moves)
        {
            _roots.Add(store[node].Root);
            if (store[to].Root == to)
            {
                _roots.Add(to);
            }

            lifted |= via >= 0 && store.Tie(via).Has(TieFlags.Verdict);
        }

        foreach (var root in _roots)
        {
            lifted |= store[root].Has(NodeFlags.Lifted);
            for (var at = root; ;)
            {
                _members.Add((_moves.TryGetValue(at, out var move) ? move.To : root, at));
                at = store[at].Next;
                if (at == root)
                {
                    break;
                }
            }
        }

        return lifted;
    }

    private void Ring(int first, int end, bool lifted)
    {
        var root = _members[first].Root;
        ulong counts = 0;
        var flags = lifted && end - first > 1 ? NodeFlags.Lifted : NodeFlags.None;
        for (var i = first; i < end; i++)
        {
            var number = _members[i].Node;
            ref var node = ref store.Change(number);
            node.Root = root;
            node.Next = _members[i + 1 < end ? i + 1 : first].Node;
            node.JoinedBy = number == root ? 0 : _moves.TryGetValue(number, out var move) ? move.Via + 1 : node.JoinedBy;
            counts = Lanes.Add(counts, types.CountOf(node.Type));
            flags |= node.Has(NodeFlags.HasApart) ? NodeFlags.AnyApart : NodeFlags.None;
        }

        ref var holder = ref store.Change(root);
        holder.Counts = counts;
        holder.Size = (ushort)(end - first);
        holder.Flags = (holder.Flags & ~(NodeFlags.AnyApart | NodeFlags.Lifted)) | flags;
    }
}
