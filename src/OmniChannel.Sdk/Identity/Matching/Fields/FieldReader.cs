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

    public required string Name { get; init; }

    public required FieldKind Kind { get; init; }

    /// <summary>Positions of the columns.</summary>
    public required IReadOnlyList<int> Columns { get; init; }

    public NamePart Part { get; init; }

    public bool MonthFirst { get; init; }

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
        return (Part switch
        {
            NamePart.Last => words.Length > 0 ? words[^1] : "",
            NamePart.First => words.Length > 1 ? words[0] : "",
            _ => words.Length > 2 ? string.Join(' ', words[1..^1]) : "",
        }, 0);
    }

    /// <summary>A date out of year, month and day; a part that is missing leaves the date missing.</summary>
    public static (string Text, int Date) Join(string? year, string? month, string? day)
    {
        if (!Part3(year, 9999, out var y) || !Part3(month, 99, out var m) || !Part3(day, 99, out var d))
        {
            return ("", 0);
        }

        var date = ((y < 100 ? y + 1900 : y) * 10000) + (m * 100) + d;
        return (date.ToString("D8", CultureInfo.InvariantCulture), date);
    }

    private static bool Part3(string? text, int top, out int number) =>
        int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out number) && number <= top;
}
