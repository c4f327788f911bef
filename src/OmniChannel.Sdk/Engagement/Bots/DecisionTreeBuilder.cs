namespace OmniChannel.Engagement.Bots;

/// <summary>
/// Builds a decision tree: closed questions, open ones, a proof, and leaves. The first node is the start. A question whose answer is known
/// already is not asked again.
/// </summary>
public sealed class DecisionTreeBuilder
{
    private readonly List<TreeNode> _nodes = [];

    /// <summary>Asks a closed question; what was chosen is kept under the slot; an empty slot only leads on.</summary>
    public DecisionTreeBuilder Choice(string name, string slot, LocalText text, params IReadOnlyList<TreeOption> options) =>
        Add(new() { Name = name, Kind = TreeNodeKind.Choice, Slot = slot, Text = text, Options = options });

    /// <summary>Asks an open question; the answer is kept under the slot.</summary>
    public DecisionTreeBuilder Question(string name, string slot, LocalText text, string next) =>
        Add(new() { Name = name, Kind = TreeNodeKind.Question, Slot = slot, Text = text, Next = next });

    /// <summary>Asks for an address and for the one-time code that is sent there.</summary>
    public DecisionTreeBuilder Verify(string name, IdentifierType identifier, LocalText text, string next, string otherwise) =>
        Add(new() { Name = name, Kind = TreeNodeKind.Verify, Slot = identifier.Name, Text = text, Next = next, Otherwise = otherwise, Identifier = identifier });

    /// <summary>Says something and goes on.</summary>
    public DecisionTreeBuilder Say(string name, LocalText text, string next) =>
        Add(new() { Name = name, Kind = TreeNodeKind.Say, Text = text, Next = next });

    /// <summary>Hands over to people, saying something first.</summary>
    /// <param name="name">The node's name.</param>
    /// <param name="text">What is said.</param>
    /// <param name="reason">A code that goes along with the conversation.</param>
    /// <param name="whenNobody">The node to go to instead while nobody is there (<see cref="BotTurn.PeopleAvailable"/>); empty hands over and lets it wait.</param>
    public DecisionTreeBuilder HandOff(string name, LocalText text, string reason = "asked-for-person", string whenNobody = "") =>
        Add(new() { Name = name, Kind = TreeNodeKind.HandOff, Text = text, Reason = reason, Otherwise = whenNobody });

    /// <summary>Closes the conversation, saying something first.</summary>
    public DecisionTreeBuilder Close(string name, LocalText text) => Add(new() { Name = name, Kind = TreeNodeKind.Close, Text = text });

    /// <summary>
    /// Sets the words by which a customer asks for a person at any point, in place of the built-in English and Japanese ones. A single word counts where
    /// it is all that was said, several as whole words within a sentence; Japanese and Chinese ones anywhere. None at all switches it off.
    /// </summary>
    public DecisionTreeBuilder PersonWords(params IReadOnlyList<string> phrases)
    {
        ForPerson = new(phrases);
        return this;
    }

    internal IReadOnlyList<TreeNode> Nodes => _nodes;

    internal PersonWords ForPerson { get; private set; } = Bots.PersonWords.Default;

    private DecisionTreeBuilder Add(TreeNode node)
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(node.Name);
        if (_nodes.Exists(n => n.Name == node.Name))
        {
            throw new ArgumentException($"The tree has two nodes '{node.Name}'. Give one another name.");
        }

        _nodes.Add(node);
        return this;
    }
}
