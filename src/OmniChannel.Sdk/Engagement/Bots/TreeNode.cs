namespace OmniChannel.Engagement.Bots;

/// <summary>A node of a decision tree. Made by <see cref="DecisionTreeBuilder"/>.</summary>
internal sealed record TreeNode
{
    public required string Name { get; init; }

    public required TreeNodeKind Kind { get; init; }

    /// <summary>What the answer is kept under; empty for nodes that ask nothing.</summary>
    public string Slot { get; init; } = "";

    public LocalText? Text { get; init; }

    public IReadOnlyList<TreeOption> Options { get; init; } = [];

    public string Next { get; init; } = "";

    /// <summary>Where a failed proof leads, and a hand-over while nobody is there.</summary>
    public string Otherwise { get; init; } = "";

    public IdentifierType Identifier { get; init; }

    public string Reason { get; init; } = "";

    /// <summary>Where it leads, as far as its kind goes on.</summary>
    public IEnumerable<string> Targets() => Kind switch
    {
        TreeNodeKind.Choice => Options.Select(o => o.Next),
        TreeNodeKind.Verify => [Next, Otherwise],
        TreeNodeKind.HandOff => Otherwise.Length > 0 ? [Otherwise] : [],
        TreeNodeKind.Close => [],
        _ => [Next],
    };
}
