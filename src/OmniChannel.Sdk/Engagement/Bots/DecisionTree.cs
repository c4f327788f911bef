namespace OmniChannel.Engagement.Bots;

/// <summary>A checked decision tree: every target exists, every node is reachable, every path can end.</summary>
public sealed class DecisionTree
{
    private readonly Dictionary<string, TreeNode> _nodes;

    private DecisionTree(IReadOnlyList<TreeNode> nodes, PersonWords forPerson)
    {
        _nodes = nodes.ToDictionary(n => n.Name);
        Start = nodes[0];
        ForPerson = forPerson;
    }

    /// <summary>Names of the leaves: hand-offs and closings.</summary>
    public IReadOnlyList<string> Leaves =>
        [.. _nodes.Values.Where(n => n.Kind is TreeNodeKind.HandOff or TreeNodeKind.Close).Select(n => n.Name).Order(StringComparer.Ordinal)];

    internal TreeNode Start { get; }

    /// <summary>The words by which a customer asks for a person.</summary>
    internal PersonWords ForPerson { get; }

    /// <summary>Builds and checks a tree.</summary>
    /// <exception cref="ArgumentException">A target is missing, a node cannot be reached or leads to no leaf, or the tree is empty; the message names it.</exception>
    public static DecisionTree Build(Action<DecisionTreeBuilder> build)
    {
        ArgumentNullException.ThrowIfNull(build);
        var builder = new DecisionTreeBuilder();
        build(builder);
        if (builder.Nodes.Count == 0)
        {
            throw new ArgumentException("The tree has no node. Add a question first.");
        }

        var tree = new DecisionTree(builder.Nodes, builder.ForPerson);
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
            foreach (var target in node.Targets())
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

        if (Endless() is { } endless)
        {
            throw new ArgumentException($"From node '{endless}' no way leads to a hand-over or a closing. Lead it to one.");
        }

        if (_nodes.Keys.FirstOrDefault(n => !reached.Contains(n)) is { } lost)
        {
            throw new ArgumentException($"Node '{lost}' cannot be reached from '{Start.Name}'. Lead to it, or remove it.");
        }
    }

    /// <summary>A node from which no leaf can be reached; null for none.</summary>
    private string? Endless()
    {
        var ends = Leaves.ToHashSet();
        while (_nodes.Values.Where(n => !ends.Contains(n.Name) && n.Targets().Any(ends.Contains)).Select(n => n.Name).ToList() is { Count: > 0 } more)
        {
            ends.UnionWith(more);
        }

        return _nodes.Keys.FirstOrDefault(n => !ends.Contains(n));
    }
}
