namespace OmniChannel.Identity;

/// <summary>What nothing can undercut: two look-ups and a union-find, with no limits, no evidence and no way back.</summary>
internal sealed class BareFloor
{
    private readonly Dictionary<IdentifierKey, int> _nodes = [];
    private readonly List<int> _parent = [];

    public int Count => _parent.Count;

    public int Observe(IdentifierKey first, IdentifierKey second)
    {
        var (a, b) = (Root(Node(first)), Root(Node(second)));
        if (a != b)
        {
            _parent[Math.Max(a, b)] = Math.Min(a, b);
        }

        return Math.Min(a, b);
    }

    public int RootOf(IdentifierKey key) => Root(Node(key));

    private int Node(IdentifierKey key)
    {
        if (!_nodes.TryGetValue(key, out var node))
        {
            _nodes[key] = node = _parent.Count;
            _parent.Add(node);
        }

        return node;
    }

    private int Root(int node)
    {
        while (_parent[node] != node)
        {
            node = _parent[node] = _parent[_parent[node]];
        }

        return node;
    }
}
