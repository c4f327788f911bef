namespace OmniChannel.Identity.Graph;

/// <summary>The intrinsic order of ties: their rank, then the keys of their ends. No order of arrival is in it.</summary>
internal sealed class TieOrder(GraphStore store, TypeTable types) : IComparer<RankedTie>
{
    public ulong RankOf(in Tie tie) => types.RankOf(tie, store[tie.A].Type, store[tie.B].Type);

    public int Compare(RankedTie x, RankedTie y) => x.Rank != y.Rank ? x.Rank.CompareTo(y.Rank) : CompareKeys(store.Tie(x.Tie), store.Tie(y.Tie));

    /// <summary>True when the first tie is taken before the second.</summary>
    public bool IsBefore(in Tie first, in Tie second)
    {
        var (a, b) = (RankOf(first), RankOf(second));
        return a != b ? a < b : CompareKeys(first, second) < 0;
    }

    private int CompareKeys(in Tie first, in Tie second)
    {
        var (low, high) = Ends(first);
        var (otherLow, otherHigh) = Ends(second);
        var order = Compare(low, otherLow);
        return order != 0 ? order : Compare(high, otherHigh);
    }

    private (IdentifierKey Low, IdentifierKey High) Ends(in Tie tie)
    {
        var (a, b) = (store[tie.A].Key, store[tie.B].Key);
        return Compare(a, b) <= 0 ? (a, b) : (b, a);
    }

    private static int Compare(IdentifierKey x, IdentifierKey y) => x.High != y.High ? x.High.CompareTo(y.High) : x.Low.CompareTo(y.Low);
}
