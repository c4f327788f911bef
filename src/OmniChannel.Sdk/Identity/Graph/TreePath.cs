namespace OmniChannel.Identity.Graph;

/// <summary>The way between two nodes of a tree of ties.</summary>
internal static class TreePath
{
    public static IReadOnlyList<int> Between(int from, int to, IEnumerable<int> ties, GraphStore store)
    {
        var beside = new Dictionary<int, List<int>>();
        foreach (var number in ties)
        {
            Of(store.Tie(number).A).Add(number);
            Of(store.Tie(number).B).Add(number);
        }

        // Walked from the end, so that the way reads from the beginning.
        var next = new Dictionary<int, int> { [to] = -1 };
        var open = new Queue<int>([to]);
        while (open.TryDequeue(out var node) && node != from)
        {
            foreach (var number in Of(node))
            {
                if (next.TryAdd(store.Tie(number).Other(node), number))
                {
                    open.Enqueue(store.Tie(number).Other(node));
                }
            }
        }

        var way = new List<int>();
        for (var at = from; next.TryGetValue(at, out var number) && number >= 0; at = store.Tie(number).Other(at))
        {
            way.Add(number);
        }

        return way;

        List<int> Of(int node) => beside.TryGetValue(node, out var own) ? own : beside[node] = [];
    }
}
