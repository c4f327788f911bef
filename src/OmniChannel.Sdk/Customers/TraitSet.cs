namespace OmniChannel.Customers;

/// <summary>
/// The traits observed on an atom, as a set: telling one twice is telling it once, and taking it back leaves what there was before. In a
/// fixed order, so that the row does not show in which order they came.
/// </summary>
internal static class TraitSet
{
    /// <summary>The most that one source may tell of one trait; older ones go.</summary>
    public const int MostOfOneSource = 32;

    public static ImmutableArray<TraitState>? With(ImmutableArray<TraitState>? traits, IEnumerable<TraitState> told) => Sorted([.. traits ?? [], .. told]);

    public static ImmutableArray<TraitState>? Without(ImmutableArray<TraitState>? traits, IReadOnlyCollection<TraitState> taken) =>
        Sorted((traits ?? []).Where(t => !taken.Contains(t)));

    private static ImmutableArray<TraitState>? Sorted(IEnumerable<TraitState> traits)
    {
        var sorted = traits.Distinct()
            .GroupBy(t => (t.Trait.Name, t.Source))
            .SelectMany(g => g.OrderByDescending(t => t.Trait.At).ThenBy(t => t.Trait.Value, StringComparer.Ordinal).ThenBy(t => t.Trait.Origin)
                .ThenBy(t => t.Trait.Confidence).Take(MostOfOneSource))
            .OrderBy(t => t.Trait.Name, StringComparer.Ordinal).ThenBy(t => t.Source, StringComparer.Ordinal).ThenBy(t => t.Trait.At)
            .ThenBy(t => t.Trait.Value, StringComparer.Ordinal).ThenBy(t => t.Trait.Origin).ThenBy(t => t.Trait.Confidence)
            .ToImmutableArray();
        return sorted.IsEmpty ? null : sorted;
    }
}
