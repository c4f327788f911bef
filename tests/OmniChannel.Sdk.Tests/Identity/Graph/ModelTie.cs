namespace OmniChannel.Identity.Graph;

/// <summary>All that one source says of two identifiers.</summary>
internal sealed record ModelTie(IdentifierRef First, IdentifierRef Second, Assurance Assurance, DateTimeOffset Since, bool IsVerdict)
{
    public IdentifierKey Low => Pair.Low;

    public IdentifierKey High => Pair.High;

    private (IdentifierKey Low, IdentifierKey High) Pair =>
        (First.Key.High, First.Key.Low).CompareTo((Second.Key.High, Second.Key.Low)) < 0 ? (First.Key, Second.Key) : (Second.Key, First.Key);

    public bool Is(IdentifierKey a, IdentifierKey b) => (First.Key == a && Second.Key == b) || (First.Key == b && Second.Key == a);

    public bool Touches(IdentifierKey key) => First.Key == key || Second.Key == key;

    public bool Touches(Func<IdentifierKey, bool> any) => any(First.Key) || any(Second.Key);

    public IdentifierKey Other(IdentifierKey key) => First.Key == key ? Second.Key : First.Key;

    public (IdentifierDefinition Stronger, IdentifierDefinition Weaker) Weights(IdentityRules rules)
    {
        var (a, b) = (rules.Types[First.Type], rules.Types[Second.Type]);
        return (a.Strength, a.Priority).CompareTo((b.Strength, b.Priority)) >= 0 ? (a, b) : (b, a);
    }
}
