namespace OmniChannel.Customers;

/// <summary>Which values count, as plainly as it is defined: everything said is kept in a list, and the best is looked for each time.</summary>
internal sealed class ProfileModel
{
    private readonly Dictionary<string, Statement> _records = [];
    private readonly List<Statement> _told = [];

    public void Tell(Statement said)
    {
        var key = said.Source + said.Id;
        if (said.Trait is not null)
        {
            _told.Add(said);
        }
        else if (!_records.TryGetValue(key, out var known) || known.ChangedAt <= said.ChangedAt)
        {
            _records[key] = said;
        }
    }

    /// <summary>The value of each trait of a customer with some records.</summary>
    public List<(string Name, string Value)> Best(IReadOnlySet<string> records)
    {
        var values = _records.Where(r => records.Contains(r.Key)).SelectMany(r => r.Value.Traits.Select(t => (t.Key, t.Value, r.Value.Source, At: r.Value.ChangedAt, Origin: 0, Sure: 1.0)))
            .Concat(_told.Where(t => records.Contains(t.Source + t.Id)).Select(t =>
                (Key: t.Trait!.Name, t.Trait.Value, Source: t.By, At: t.Trait.At!.Value, Origin: (int)t.Trait.Origin, Sure: t.Trait.Confidence ?? new[] { 1, 0.8, 0.5 }[(int)t.Trait.Origin])));
        return
        [
            .. values.GroupBy(v => v.Key).OrderBy(g => g.Key, StringComparer.Ordinal).Select(g => (g.Key, (g.Key switch
            {
                "street" => g.OrderByDescending(v => v.Value.Length).ThenByDescending(v => v.At),
                "tier" => g.OrderBy(v => v.Origin).ThenBy(v => v.Source == "crm" ? 0 : v.Source == "club" ? 1 : 2).ThenByDescending(v => v.At),
                _ => g.OrderBy(v => v.Origin).ThenByDescending(v => v.At),
            }).ThenByDescending(v => v.Sure).ThenBy(v => v.Source, StringComparer.Ordinal).ThenBy(v => v.Value, StringComparer.Ordinal).First().Value)),
        ];
    }
}
