using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;

namespace OmniChannel.Identity.Matching.Splink;

internal static class SplinkWriter
{
    public static string Write(MatchModel model)
    {
        using var stream = new MemoryStream();
        using (var json = new Utf8JsonWriter(stream, new() { Indented = true, NewLine = "\n", Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping }))
        {
            json.WriteStartObject();
            json.WriteString("link_type", "dedupe_only");
            json.WriteString("sql_dialect", "duckdb");
            json.WriteString("unique_id_column_name", "unique_id");
            json.WriteNumber("probability_two_random_records_match", model.Prior);
            json.WriteStartArray("blocking_rules_to_generate_predictions");
            foreach (var column in model.Fields.Select(field => SplinkSettings.ColumnOf(field.Field)))
            {
                json.WriteStartObject();
                json.WriteString("blocking_rule", $"l.\"{column}\" = r.\"{column}\"");
                json.WriteString("sql_dialect", "duckdb");
                json.WriteEndObject();
            }

            json.WriteEndArray();
            json.WriteStartArray("comparisons");
            for (var f = 0; f < model.Fields.Count; f++)
            {
                Comparison(json, model, f);
            }

            json.WriteEndArray();
            json.WriteEndObject();
        }

        return Encoding.UTF8.GetString(stream.GetBuffer(), 0, (int)stream.Length) + "\n";
    }

    private static void Comparison(Utf8JsonWriter json, MatchModel model, int f)
    {
        var field = model.Fields[f];
        var column = SplinkSettings.ColumnOf(field.Field);
        json.WriteStartObject();
        json.WriteString("output_column_name", column);
        json.WriteString("comparison_description", $"{field.Field} as {field.Kind}");
        json.WriteStartArray("comparison_levels");
        json.WriteStartObject();
        json.WriteString("sql_condition", $"\"{column}_l\" IS NULL OR \"{column}_r\" IS NULL");
        json.WriteString("label_for_charts", "missing");
        json.WriteBoolean("is_null_level", true);
        json.WriteEndObject();
        double m = 0, u = 0;
        for (var level = 0; level < field.Levels.Count; level++)
        {
            var weight = field.Levels[level];
            if (SplinkConditions.Of(model, f, level) is not { } condition)
            {
                // Pairs of a level that is left out fall to the last one, and so does their share.
                m += weight.M;
                u += weight.U;
                continue;
            }

            var last = level == field.Levels.Count - 1;
            json.WriteStartObject();
            json.WriteString("sql_condition", condition);
            json.WriteString("label_for_charts", weight.Level);
            json.WriteNumber("m_probability", weight.M + (last ? m : 0));
            json.WriteNumber("u_probability", weight.U + (last ? u : 0));
            if (level == 0)
            {
                json.WriteString("tf_adjustment_column", column);
                json.WriteNumber("tf_adjustment_weight", 1.0);
            }

            json.WriteEndObject();
        }

        json.WriteEndArray();
        json.WriteEndObject();
    }
}
