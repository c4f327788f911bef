using System.Text.Json;

namespace OmniChannel.Identity.Matching.Splink;

internal static class SplinkReader
{
    public static MatchModel Read(string json, MatchModel like)
    {
        try
        {
            using var document = JsonDocument.Parse(json);
            var root = document.RootElement;
            var comparisons = root.GetProperty("comparisons").EnumerateArray().ToDictionary(c => c.GetProperty("output_column_name").GetString() ?? "", StringComparer.Ordinal);
            var columns = like.Fields.Select(field => SplinkSettings.ColumnOf(field.Field)).ToHashSet(StringComparer.Ordinal);
            if (comparisons.Keys.FirstOrDefault(name => !columns.Contains(name)) is { } unknown)
            {
                throw new FormatException($"The model has no field for the comparison '{unknown}'.");
            }

            return like with
            {
                Prior = root.GetProperty("probability_two_random_records_match").GetDouble(),
                Fields = [.. like.Fields.Select((_, f) => comparisons.TryGetValue(SplinkSettings.ColumnOf(like.Fields[f].Field), out var comparison)
                    ? Field(like, f, comparison)
                    : throw new FormatException($"The settings have no comparison for the field '{like.Fields[f].Field}'."))],
            };
        }
        catch (Exception error) when (error is JsonException or KeyNotFoundException or InvalidOperationException or ArgumentException)
        {
            throw new FormatException("This is no settings JSON of Splink.", error);
        }
    }

    // Splink leaves a share out, or writes words, where its training never saw the level.
    private static double? Share(JsonElement level, string name) =>
        level.TryGetProperty(name, out var share) && share.ValueKind == JsonValueKind.Number ? share.GetDouble() : null;

    private static FieldWeights Field(MatchModel like, int f, JsonElement comparison)
    {
        var field = like.Fields[f];
        var levels = field.Levels.ToArray();
        var found = new HashSet<int>();
        foreach (var item in comparison.GetProperty("comparison_levels").EnumerateArray())
        {
            if (item.TryGetProperty("is_null_level", out var missing) && missing.GetBoolean())
            {
                continue;
            }

            var condition = item.GetProperty("sql_condition").GetString();
            var level = Enumerable.Range(0, levels.Length).Where(i => SplinkConditions.Of(like, f, i) == condition).DefaultIfEmpty(-1).First();
            if (level < 0)
            {
                throw new FormatException($"The field '{field.Field}' has no level for the condition '{condition}'.");
            }

            found.Add(level);
            levels[level] = levels[level] with { M = Share(item, "m_probability") ?? levels[level].M, U = Share(item, "u_probability") ?? levels[level].U };
        }

        // What the settings hold of the levels that they could not state went to the last; it goes back.
        var last = levels.Length - 1;
        var unstated = Enumerable.Range(0, last).Where(level => SplinkConditions.Of(like, f, level) is null).ToArray();
        levels[last] = levels[last] with
        {
            M = Math.Max(levels[last].M - unstated.Sum(level => levels[level].M), 1e-6),
            U = Math.Max(levels[last].U - unstated.Sum(level => levels[level].U), 1e-9),
        };
        return field with { Levels = levels };
    }
}
