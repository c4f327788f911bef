namespace OmniChannel.Identity.Graph;

/// <summary>Which ties take part at all: what is cut before customers are formed.</summary>
internal sealed class Gate(GraphStore store, TypeTable types)
{
    public bool MayLink(int node) => !store[node].Has(NodeFlags.Hub | NodeFlags.NoLink | NodeFlags.Erased);

    public bool Opens(in Tie tie) => tie.Links && MayLink(tie.A) && MayLink(tie.B) && !IsContested(tie);

    /// <summary>
    /// True when a tie was merely observed and runs through a value that is seen with two people's own, such as an e-mail address with two
    /// phones, to something that nothing limits, such as a device: it cannot be told whose that is.
    /// </summary>
    public bool IsContested(in Tie tie)
    {
        if (tie.Assurance == Assurance.Verified)
        {
            return false;
        }

        ref readonly var a = ref store[tie.A];
        ref readonly var b = ref store[tie.B];
        return (types.IsContested(a.Type, a.Beside) && types.CountOf(b.Type) == 0) || (types.IsContested(b.Type, b.Beside) && types.CountOf(a.Type) == 0);
    }
}
