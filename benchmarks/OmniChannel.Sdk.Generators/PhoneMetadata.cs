using System.Globalization;

namespace OmniChannel.Generators;

/// <summary>
/// libphonenumber's metadata out of its JavaScript form: an array per region, in the order of the fields of phonemetadata.proto.
/// </summary>
internal static class PhoneMetadata
{
    private const string Regions = "i18n.phonenumbers.metadata.countryToMetadata=";

    private static readonly (int Field, string Kind)[] Kinds =
        [(2, "fixed"), (3, "mobile"), (4, "toll-free"), (5, "premium"), (6, "shared-cost"), (7, "personal"), (8, "voip"), (25, "uan")];

    public static IReadOnlyList<PhoneRegionData> Read(string script)
    {
        var start = script.IndexOf(Regions, StringComparison.Ordinal);
        if (start < 0)
        {
            throw new FormatException("No metadata of regions in the file.");
        }

        var all = new JsArray(script).ObjectAt(start + Regions.Length).Values.Select(Read).ToList();
        var several = all.GroupBy(r => r.Code).Where(g => g.Count() > 1).Select(g => g.Key).ToHashSet(StringComparer.Ordinal);
        return [.. all.Select(r => several.Contains(r.Code) ? r : r with { IsMain = true }).OrderBy(r => r.Region, StringComparer.Ordinal).ThenBy(r => r.Code, StringComparer.Ordinal)];
    }

    private static PhoneRegionData Read(List<object?> fields)
    {
        var general = Field(fields, 1) as List<object?> ?? [];
        return new()
        {
            Region = Text(fields, 9),
            Code = ((long)Field(fields, 10)!).ToString(CultureInfo.InvariantCulture),
            Exit = Text(fields, 11),
            Trunk = Text(fields, 12),
            Prefix = Text(fields, 15) is { Length: > 0 } parsing ? parsing : Text(fields, 12),
            Transform = Text(fields, 16),
            IsMain = Field(fields, 22) is 1L,
            Pattern = Text(general, 2),
            Lengths = (Field(general, 9) as List<object?> ?? []).OfType<long>().Aggregate(0, (bits, length) => bits | (1 << (int)length)),
            Examples = [.. Kinds.Select(k => (k.Kind, Number: Text(Field(fields, k.Field) as List<object?> ?? [], 6))).Where(e => e.Number.Length > 0)],
        };
    }

    private static object? Field(List<object?> fields, int number) => number < fields.Count ? fields[number] : null;

    private static string Text(List<object?> fields, int number) => Field(fields, number) as string ?? "";
}
