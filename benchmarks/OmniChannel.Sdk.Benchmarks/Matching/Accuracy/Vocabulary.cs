namespace OmniChannel.Matching.Accuracy;

/// <summary>Names of one language, commonest first, with made-up ones behind them so that large files have rare names too.</summary>
internal sealed class Vocabulary
{
    public required IReadOnlyList<Word> Given { get; init; }

    public required IReadOnlyList<Word> Family { get; init; }

    public required IReadOnlyList<string> Streets { get; init; }

    public required IReadOnlyList<string> Cities { get; init; }

    /// <summary>How steeply frequencies fall: 1 is Zipf's law, 0 makes all names as common.</summary>
    public double Steepness { get; init; } = 0.8;

    public string StreetFormat { get; init; } = "{1} {0}";

    public int HouseNumbers { get; init; } = 200;

    /// <summary>A name as written, its short forms, and how it sounds: in katakana and in Latin letters.</summary>
    public sealed record Word(string Text, string[] Short, string Kana, string Latin, string[] Variants);

    /// <summary>Reads "Robert/Bob/Rob" as a name with its short forms.</summary>
    public static List<Word> Read(string names) => [.. names.Split(' ', StringSplitOptions.RemoveEmptyEntries).Select(name => name.Split('/'))
        .Select(parts => new Word(parts[0], parts[1..], "", parts[0], []))];

    /// <summary>Reads "斎藤=斉藤=齋藤:サイトウ:saito" as kanji with variants, reading and Latin letters.</summary>
    public static List<Word> ReadKanji(string names) => [.. names.Split(' ', StringSplitOptions.RemoveEmptyEntries).Select(name => name.Split(':'))
        .Select(parts => new Word(parts[0].Split('=')[0], [], parts[1], parts[2], parts[0].Split('=')[1..]))];

    /// <summary>Made-up words after the real ones.</summary>
    public static List<Word> With(List<Word> real, int made, int syllables)
    {
        var random = new Random(made + syllables);
        var seen = real.Select(word => word.Text).ToHashSet(StringComparer.Ordinal);
        List<Word> all = [.. real];
        while (all.Count < real.Count + made)
        {
            var text = string.Concat(Enumerable.Range(0, syllables).Select(_ => $"{"bcdfghjklmnprstvwz"[random.Next(18)]}{"aeiou"[random.Next(5)]}")) + "nrtlsmk"[random.Next(7)];
            text = char.ToUpperInvariant(text[0]) + text[1..];
            if (seen.Add(text))
            {
                all.Add(new(text, [], "", text, []));
            }
        }

        return all;
    }

    public static T Pick<T>(IReadOnlyList<T> words, Random random, double steepness)
    {
        // The integral of 1 / x^steepness, turned round.
        var (x, n) = (random.NextDouble(), words.Count + 1.0);
        var power = 1 - steepness;
        var at = Math.Abs(power) < 1e-6 ? Math.Pow(n, x) : Math.Pow(1 + (x * (Math.Pow(n, power) - 1)), 1 / power);
        return words[Math.Clamp((int)at - 1, 0, words.Count - 1)];
    }
}
