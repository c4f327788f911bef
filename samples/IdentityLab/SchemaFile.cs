using System.Text.Json;
using OmniChannel.Identity.Matching;

namespace IdentityLab;

/// <summary>A schema as JSON: <c>{"fields": [{"name": "...", "kind": "given-name", "columns": ["..."]}]}</c>.</summary>
internal static class SchemaFile
{
    public static MatchSchema Read(string path, RecordSet records)
    {
        try
        {
            using var document = JsonDocument.Parse(File.ReadAllBytes(path), new() { CommentHandling = JsonCommentHandling.Skip, AllowTrailingCommas = true });
            var fields = document.RootElement.GetProperty("fields").EnumerateArray().Select(field => Field(path, field, records)).ToArray();
            var twice = fields.GroupBy(field => field.Name, StringComparer.Ordinal).FirstOrDefault(group => group.Count() > 1);
            return twice is null && fields.Length is > 0 and <= 20
                ? new() { Fields = fields }
                : throw new LabException(twice is null ? $"{path}: a schema has 1 to 20 fields, not {fields.Length}." : $"{path}: the field '{twice.Key}' is there twice.");
        }
        catch (Exception error) when (error is IOException or UnauthorizedAccessException)
        {
            throw new LabException($"{path} cannot be read: {(error is FileNotFoundException ? "there is no such file" : error.Message)}.");
        }
        catch (JsonException error)
        {
            throw new LabException($"{path}, line {(error.LineNumber ?? 0) + 1}: this is no JSON.");
        }
        catch (Exception error) when (error is KeyNotFoundException or InvalidOperationException)
        {
            throw new LabException($"{path} is no schema: it needs 'fields', each with 'kind' and 'columns'.");
        }
    }

    private static MatchField Field(string path, JsonElement field, RecordSet records)
    {
        var columns = field.GetProperty("columns").EnumerateArray().Select(column => column.GetString() ?? "").ToArray();
        var unknown = columns.FirstOrDefault(column => !records.Columns.Contains(column));
        if (unknown is not null)
        {
            throw new LabException($"{path}: there is no column '{unknown}' to compare by; there are {string.Join(", ", records.Columns)}.");
        }

        var kind = Kind(path, field.GetProperty("kind").GetString() ?? "");
        if (columns.Length != 1 && !(columns.Length == 3 && kind == FieldKind.Date))
        {
            throw new LabException($"{path}: a field has one column, a date one or three (year, month, day).");
        }

        return new()
        {
            Name = field.TryGetProperty("name", out var name) ? name.GetString() ?? columns[0] : columns[0],
            Kind = kind,
            Columns = columns,
            MonthFirst = field.TryGetProperty("monthFirst", out var first) && first.GetBoolean(),
        };
    }

    private static FieldKind Kind(string path, string name) =>
        Enum.TryParse<FieldKind>(name.Replace("-", "", StringComparison.Ordinal), ignoreCase: true, out var kind) && !int.TryParse(name, out _)
            ? kind
            : throw new LabException($"{path}: '{name}' is no kind; kinds are {string.Join(", ", Enum.GetNames<FieldKind>())}.");
}
