namespace OmniChannel.Engagement.Bots;

/// <summary>A checked decision tree: every target exists, every node is reachable, every path can end.</summary>
public sealed class DecisionTree
{
    private readonly Dictionary<string, TreeNode> _nodes;

    private DecisionTree(IReadOnlyList<TreeNode> nodes)
    {
        _nodes = nodes.ToDictionary(n => n.Name);
        Start = nodes[0];
    }

    /// <summary>Names of the leaves: hand-offs and closings.</summary>
    public IReadOnlyList<string> Leaves =>
        [.. _nodes.Values.Where(n => n.Kind is TreeNodeKind.HandOff or TreeNodeKind.Close).Select(n => n.Name).Order(StringComparer.Ordinal)];

    internal TreeNode Start { get; }

    /// <summary>Builds and checks a tree.</summary>
    /// <exception cref="ArgumentException">A target is missing, a node cannot be reached, or the tree is empty; the message names it.</exception>
    public static DecisionTree Build(Action<DecisionTreeBuilder> build)
    {
        ArgumentNullException.ThrowIfNull(build);
        var builder = new DecisionTreeBuilder();
        build(builder);
        if (builder.Nodes.Count == 0)
        {
            throw new ArgumentException("The tree has no node. Add a question first.");
        }

        var tree = new DecisionTree(builder.Nodes);
        tree.Check();
        return tree;
    }

    internal TreeNode Node(string name) => _nodes[name];

    internal TreeNode? Find(string name) => _nodes.GetValueOrDefault(name);

    private void Check()
    {
        var reached = new HashSet<string> { Start.Name };
        var open = new Stack<TreeNode>([Start]);
        while (open.TryPop(out var node))
        {
            foreach (var target in node.Targets().Where(t => t.Length > 0))
            {
                if (!_nodes.TryGetValue(target, out var next))
                {
                    throw new ArgumentException($"Node '{node.Name}' leads to '{target}', and there is no such node. Add it, or correct the name.");
                }

                if (reached.Add(target))
                {
                    open.Push(next);
                }
            }
        }

        if (_nodes.Keys.FirstOrDefault(n => !reached.Contains(n)) is { } lost)
        {
            throw new ArgumentException($"Node '{lost}' cannot be reached from '{Start.Name}'. Lead to it, or remove it.");
        }
    }
}
