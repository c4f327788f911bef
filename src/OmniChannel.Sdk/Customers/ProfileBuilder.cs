namespace OmniChannel.Customers;

/// <summary>
/// A customer's profile as a function of the rows of its atoms and the rules: nothing is copied when customers are joined, so that an undo
/// gives back exactly what there was. The order of the rows does not matter.
/// </summary>
internal static class ProfileBuilder
{
    /// <summary>The person's name; null when nobody says one.</summary>
    public static ResolvedTrait? Name(IEnumerable<ProfileState> rows, ProfileRules rules) =>
        Resolve(ProfileOptions.Name, rows.SelectMany(NameOf), rules);

    /// <summary>All traits, by name.</summary>
    public static IReadOnlyList<ResolvedTrait> Traits(IEnumerable<ProfileState> rows, ProfileRules rules) =>
    [
        .. rows.SelectMany(TraitsOf).GroupBy(c => c.Name, StringComparer.Ordinal).OrderBy(g => g.Key, StringComparer.Ordinal)
            .Select(g => Resolve(g.Key, g, rules)!),
    ];

    /// <summary>All identifiers of records by type and value; one that several records have is said once, by the one that said it last.</summary>
    public static IReadOnlyList<ResolvedTrait> Identifiers(IEnumerable<ProfileState> rows) =>
    [
        .. rows.SelectMany(IdentifiersOf).GroupBy(c => (c.Name, c.Value)).Select(g => g.OrderByDescending(c => c.At).ThenBy(c => c.Source, StringComparer.Ordinal).ToList())
            .OrderByDescending(g => g[0].At).ThenBy(g => g[0].Source, StringComparer.Ordinal).ThenBy(g => g[0].Name, StringComparer.Ordinal)
            .ThenBy(g => g[0].Value, StringComparer.Ordinal)
            .Select(g => new ResolvedTrait { Winner = g[0], Reason = Explanation.Of("profile.all"), Others = g[1..] }),
    ];

    private static ResolvedTrait? Resolve(string name, IEnumerable<TraitCandidate> candidates, ProfileRules rules)
    {
        var order = new TraitOrder(rules.For(name));
        var sorted = candidates.Distinct().Order(order).ToList();
        return sorted.Count == 0 ? null : new() { Winner = sorted[0], Reason = order.Why(sorted), Others = sorted[1..] };
    }

    private static IEnumerable<TraitCandidate> NameOf(ProfileState row)
    {
        if (row.Record is { Name: { } name } record)
        {
            yield return new() { Name = ProfileOptions.Name, Value = name.Display(), Source = row.Source, At = record.ChangedAt ?? row.At, Person = name };
        }
    }

    private static IEnumerable<TraitCandidate> TraitsOf(ProfileState row)
    {
        if (row.Record is { } record)
        {
            var at = record.ChangedAt ?? row.At;
            var detailed = record.DetailedTraits ?? [];
            foreach (var trait in detailed)
            {
                yield return Candidate(trait, row.Source, at);
            }

            foreach (var (name, value) in record.Traits)
            {
                if (!detailed.Any(t => t.Name == name))
                {
                    yield return new() { Name = name, Value = value, Source = row.Source, At = at };
                }
            }
        }

        foreach (var told in row.Traits ?? [])
        {
            yield return Candidate(told.Trait, told.Source, row.At);
        }
    }

    private static IEnumerable<TraitCandidate> IdentifiersOf(ProfileState row) =>
        (row.Record?.Identifiers ?? []).Select(i => new TraitCandidate { Name = i.Type.Name, Value = i.Value, Source = row.Source, At = row.Record!.ChangedAt ?? row.At });

    private static TraitCandidate Candidate(Trait trait, string source, DateTimeOffset at) => new()
    {
        Name = trait.Name,
        Value = trait.Value,
        Source = source,
        At = trait.At ?? at,
        Origin = trait.Origin,
        Confidence = TraitCandidate.ConfidenceOf(trait),
    };
}
