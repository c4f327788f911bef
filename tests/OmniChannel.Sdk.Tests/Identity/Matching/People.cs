using OmniChannel.Identity.Matching;

namespace OmniChannel.Tests.Identity.Matching;

/// <summary>Records with their truth: a labelled file of benchmarks/data, or people made up from a seed.</summary>
internal sealed class People
{
    private People(IReadOnlyList<string> columns) => Records = new(columns);

    public RecordSet Records { get; }

    public List<int> Truth { get; } = [];

    public static People File(string name, int? shuffle = null)
    {
        var lines = System.IO.File.ReadAllLines(Path.Combine(Data(), name));
        var header = lines[0].Split(',');
        var people = new People(header[1..^1]);
        var rows = lines.Skip(1).Select(line => line.Split(',')).ToArray();
        if (shuffle is { } seed)
        {
            new Random(seed).Shuffle(rows);
        }

        foreach (var row in rows)
        {
            people.Add(int.Parse(row[^1], System.Globalization.CultureInfo.InvariantCulture), row[1..^1]);
        }

        return people;
    }

    public static People Of(string[] columns, params (int Person, string?[] Values)[] rows)
    {
        var people = new People(columns);
        Array.ForEach(rows, row => people.Add(row.Person, row.Values));
        return people;
    }

    /// <summary>Families at one address with one phone: brothers and sisters differ in given name and birth.</summary>
    public static People Families(int families, double duplicates, int seed)
    {
        var random = new Random(seed);
        var people = new People(["first name", "last name", "birth date", "phone", "street", "city"]);
        var person = 0;
        for (var family = 0; family < families; family++)
        {
            string[] home = [Word(random, 3), $"0{random.Next(100_000_000, 999_999_999)}", $"{random.Next(1, 200)} {Word(random, 3)} street", Word(random, 2)];
            for (var member = random.Next(1, 5); member > 0; member--)
            {
                string[] values = [Word(random, 2), home[0], new DateOnly(1940, 1, 1).AddDays(random.Next(25_000)).ToString("yyyy-MM-dd", null), home[1], home[2], home[3]];
                people.Add(person, values);
                if (random.NextDouble() < duplicates)
                {
                    var at = random.Next(values.Length);
                    values[at] = Typo(random, values[at]);
                    people.Add(person, values);
                }

                person++;
            }
        }

        return people;
    }

    public void Add(int person, params string?[] values)
    {
        Records.Add(values);
        Truth.Add(person);
    }

    public MatchResult Match(MatchOptions? options = null) => new RecordMatcher(MatchSchema.Infer(Records), options).Match(Records);

    public MatchEvaluation Evaluate(MatchResult result) => MatchEvaluation.Of(result.Pairs, result.Clusters, Truth);

    private static string Word(Random random, int syllables) =>
        string.Concat(Enumerable.Range(0, syllables).Select(_ => $"{"bdfghklmnprstvw"[random.Next(15)]}{"aeiou"[random.Next(5)]}")) + "nrtls"[random.Next(5)];

    private static string Typo(Random random, string text)
    {
        var at = random.Next(text.Length - 1);
        return text[..at] + text[at + 1] + text[at] + text[(at + 2)..];
    }

    private static string Data([System.Runtime.CompilerServices.CallerFilePath] string here = "") =>
        Path.GetFullPath(Path.Combine(Path.GetDirectoryName(here)!, "..", "..", "..", "..", "benchmarks", "data"));
}
