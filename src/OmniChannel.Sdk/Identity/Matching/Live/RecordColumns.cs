namespace OmniChannel.Identity.Matching.Live;

/// <summary>The values of a customer record in the columns of a schema.</summary>
internal sealed class RecordColumns
{
    private readonly string[] _places;

    public RecordColumns(MatchSchema schema, IReadOnlyDictionary<string, string> places)
    {
        Names = [.. schema.Fields.SelectMany(f => f.Columns).Distinct(StringComparer.Ordinal)];
        _places = [.. Names.Select(n => places.GetValueOrDefault(n, n))];
    }

    /// <summary>As the schema names them.</summary>
    public IReadOnlyList<string> Names { get; }

    public string?[] Read(CustomerRecord record) => Array.ConvertAll(_places, place => Value(record, place));

    private static string? Value(CustomerRecord record, string column) => column switch
    {
        "family-name" => record.Name?.Family,
        "given-name" => record.Name?.Given,
        "family-name-kana" => record.Name?.FamilyKana,
        "given-name-kana" => record.Name?.GivenKana,
        "name" => record.Name?.Display(),
        _ => record.Identifiers.FirstOrDefault(i => i.Type.Name == column)?.Value
            ?? record.DetailedTraits?.FirstOrDefault(t => t.Name == column)?.Value
            ?? record.Traits.GetValueOrDefault(column),
    };
}
