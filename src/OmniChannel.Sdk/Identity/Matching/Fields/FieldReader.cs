using System.Globalization;
using OmniChannel.Identity.Matching.Folding;

namespace OmniChannel.Identity.Matching.Fields;

/// <summary>How one field is read out of a record's columns.</summary>
internal sealed record FieldReader
{
    private static readonly HashSet<string> Titles = new(StringComparer.Ordinal)
    {
        "mr", "mrs", "ms", "miss", "dr", "prof", "sir", "jr", "sr", "ii", "iii", "herr", "frau", "mme", "mlle", "sra", "srta", "様", "さん", "サン",
    };

    private const char FirstKana = '\u3041';

    public required string Name { get; init; }

    public required FieldKind Kind { get; init; }

    /// <summary>Positions of the columns.</summary>
    public required IReadOnlyList<int> Columns { get; init; }

    public NamePart Part { get; init; }

    public bool MonthFirst { get; init; }

    /// <summary>Whether whole names in Latin letters begin with the family name.</summary>
    public bool FamilyFirst { get; init; }

    /// <summary>How whole names in kanji are parted.</summary>
    public KanjiNames? Kanji { get; init; }

    /// <summary>The folded value of a raw one, or an empty text.</summary>
    public (string Text, int Date) Read(string raw)
    {
        if (Part == NamePart.Whole)
        {
            return FieldFolder.Fold(Kind, raw, MonthFirst);
        }

        var comma = raw.IndexOf(',', StringComparison.Ordinal);
        var text = comma > 0 ? TextFolder.Fold(raw.AsSpan(comma + 1)) + " " + TextFolder.Fold(raw.AsSpan(0, comma)) : TextFolder.Fold(raw);
        text = Kanji?.Part(text) ?? text;
        var words = text.Split(' ', StringSplitOptions.RemoveEmptyEntries);
        var kept = Array.FindAll(words, word => !Titles.Contains(word));
        words = kept.Length > 0 ? kept : words;

        // In East Asia the family name comes first.
        var part = words is [[>= FirstKana, ..], _, ..] || (FamilyFirst && comma <= 0) ? Part switch { NamePart.First => NamePart.Last, NamePart.Last => NamePart.First, _ => Part } : Part;
        return (part switch
        {
            NamePart.Last => words.Length > 0 ? words[^1] : "",
            NamePart.First => words.Length > 1 ? words[0] : "",
            _ => words.Length > 2 ? string.Join(' ', words[1..^1]) : "",
        }, 0);
    }

    /// <summary>A date out of year, month and day. A part that is missing or no number is zero, and with two such parts the date is missing.</summary>
    public static (string Text, int Date) Join(string? year, string? month, string? day)
    {
        var (y, m, d) = (Part3(year, 9999), Part3(month, 99), Part3(day, 99));
        if ((y == 0 ? 1 : 0) + (m == 0 ? 1 : 0) + (d == 0 ? 1 : 0) > 1)
        {
            return ("", 0);
        }

        var date = ((y is > 0 and < 100 ? y + 1900 : y) * 10000) + (m * 100) + d;
        return (date.ToString("D8", CultureInfo.InvariantCulture), date);
    }

    // A digit too many is a typo, and the last ones stay.
    private static int Part3(string? text, int top) =>
        int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? number % (top + 1) : 0;
}
