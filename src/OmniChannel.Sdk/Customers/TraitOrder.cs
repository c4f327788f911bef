namespace OmniChannel.Customers;

/// <summary>Puts the values of a trait in order, best first, by a rule; what the rule leaves open goes by time, confidence, source and value.</summary>
internal sealed class TraitOrder(TraitRuleState rule) : IComparer<TraitCandidate>
{
    public int Compare(TraitCandidate? x, TraitCandidate? y)
    {
        foreach (var criterion in rule.Order)
        {
            if (By(criterion, x!, y!) is var order and not 0)
            {
                return order;
            }
        }

        return Last(x!, y!);
    }

    /// <summary>Why the first of a sorted list is the first: what decided between it and the best other value.</summary>
    public Explanation Why(IReadOnlyList<TraitCandidate> sorted)
    {
        var best = sorted[0];
        if (sorted.FirstOrDefault(c => c.Value != best.Value) is not { } other)
        {
            return Explanation.Of(sorted.Count == 1 ? "profile.only" : "profile.agreed", ("source", best.Source));
        }

        foreach (var criterion in rule.Order)
        {
            if (By(criterion, best, other) != 0)
            {
                return Explanation.Of(Code(criterion), ("source", best.Source), ("other", other.Source));
            }
        }

        return Explanation.Of("profile.tie", ("source", best.Source), ("other", other.Source));
    }

    private int By(Survivorship criterion, TraitCandidate x, TraitCandidate y) => criterion switch
    {
        Survivorship.DeclaredFirst => x.Origin.CompareTo(y.Origin),
        Survivorship.MostTrusted => Trust(x).CompareTo(Trust(y)),
        Survivorship.MostRecent => y.At.CompareTo(x.At),
        Survivorship.MostConfident => y.Confidence.CompareTo(x.Confidence),
        _ => y.Value.Length.CompareTo(x.Value.Length),
    };

    private static int Last(TraitCandidate x, TraitCandidate y)
    {
        var order = y.At.CompareTo(x.At);
        order = order != 0 ? order : y.Confidence.CompareTo(x.Confidence);
        order = order != 0 ? order : string.CompareOrdinal(x.Source, y.Source);
        order = order != 0 ? order : string.CompareOrdinal(x.Value, y.Value);
        order = order != 0 ? order : x.Origin.CompareTo(y.Origin);
        return order != 0 ? order : string.CompareOrdinal(x.Person?.DisplayKana(), y.Person?.DisplayKana());
    }

    private int Trust(TraitCandidate candidate) => rule.Trusted.IndexOf(candidate.Source) is >= 0 and var place ? place : int.MaxValue;

    private static string Code(Survivorship criterion) => criterion switch
    {
        Survivorship.DeclaredFirst => "profile.declared",
        Survivorship.MostTrusted => "profile.trusted",
        Survivorship.MostRecent => "profile.recent",
        Survivorship.MostConfident => "profile.confident",
        _ => "profile.longest",
    };
}
