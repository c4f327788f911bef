namespace OmniChannel.Identity.Graph;

/// <summary>Which ties take part at all: what is cut before customers are formed.</summary>
internal sealed class Gate(GraphStore store, TypeTable types)
{
    public bool MayLink(int node) => !store[node].Has(NodeFlags.Hub | NodeFlags.NoLink | NodeFlags.Erased);

    public bool Opens(in Tie tie) => tie.Links && MayLink(tie.A) && MayLink(tie.B) && !IsPeoples(tie) && !IsContested(tie);

    /// <summary>True when a tie runs through a weak value that is proved to be several people's, and no person decided.</summary>
    public bool IsPeoples(in Tie tie) => !tie.Has(TieFlags.Verdict) && (IsPeoples(store[tie.A]) || IsPeoples(store[tie.B]));

    /// <summary>True when a tie counts as proof: it was verified, or one of its ends can only be one person's.</summary>
    public bool IsProved(in Tie tie) => tie.Assurance == Assurance.Verified || IsSole(store[tie.A]) || IsSole(store[tie.B]);

    /// <summary>
    /// True when a tie was merely observed and runs through a value that is seen with two people's own, such as an e-mail address with two
    /// phones: to something that nothing limits, such as a device, since it cannot be told whose that is; or to anything, when the value is
    /// also tied to somebody's strong identifier.
    /// </summary>
    public bool IsContested(in Tie tie)
    {
        if (IsProved(tie))
        {
            return false;
        }

        ref readonly var a = ref store[tie.A];
        ref readonly var b = ref store[tie.B];
        return Closes(a, b) || Closes(b, a);
    }

    private bool IsSole(in Node node) => node.Has(NodeFlags.Told) && types.CountOf(node.Type) != 0;

    private bool IsPeoples(in Node node) => node.Has(NodeFlags.Told) && types.CountOf(node.Type) == 0;

    private bool Closes(in Node value, in Node other) =>
        types.ContestOf(value.Type, value.Beside) switch
        {
            Contest.None => false,
            Contest.Open => types.CountOf(other.Type) == 0,
            _ => true,
        };
}
