using System.Globalization;
using OmniChannel.Identity.Matching;

namespace OmniChannel.Matching;

/// <summary>
/// People from a seed, with truth: half of them in families that share address, family name and, some, phone and e-mail; four in ten with up to
/// three more records, in which each value is mistyped with a chance of 0.15 and missing with one of 0.1. Names follow Zipf's law.
/// </summary>
internal sealed class PeopleGenerator(int seed)
{
    public static readonly string[] Columns = ["FirstName", "LastName", "Birthday", "EMail", "Telephone", "AddressLine1", "Town", "ZipCode"];

    private static readonly string[] Providers = ["gmail.com", "yahoo.com", "mail.com", "web.org"];

    private readonly Random random = new(seed);
    private readonly string[] given = Words(300, 2);
    private readonly string[] family = Words(4000, 3);
    private readonly string[] streets = Words(3000, 3);
    private readonly string[] towns = Words(400, 2);
    private int person;

    /// <summary>At least so many records, whole families; the person of each record goes to <paramref name="truth"/>.</summary>
    public RecordSet Make(int records, List<int> truth)
    {
        var set = new RecordSet(Columns);
        while (set.Count < records)
        {
            Home(set, truth);
        }

        return set;
    }

    /// <summary>A record's values with two neighbours swapped in one of them.</summary>
    public string?[] Mistyped(RecordSet set, int record)
    {
        var values = new string?[Columns.Length];
        for (var column = 0; column < values.Length; column++)
        {
            values[column] = set.Value(record, column);
        }

        var at = random.Next(values.Length);
        values[at] = values[at] is { Length: > 3 } text ? Typo(text) : values[at];
        return values;
    }

    private void Home(RecordSet set, List<int> truth)
    {
        var size = random.NextDouble() < 0.5 ? random.Next(2, 6) : 1;
        var (name, street, town) = (Pick(family), $"{random.Next(1, 200)} {Pick(streets)} street", Pick(towns));
        string[] home = [street, town, (10_000 + (town.Sum(c => c * 37) % 80_000) + random.Next(20)).ToString(CultureInfo.InvariantCulture)];
        var phone = Phone();
        var mail = $"{name}family{random.Next(100)}@mail.com";
        for (var member = 0; member < size; member++, person++)
        {
            var first = Pick(given);
            var born = new DateOnly(1930, 1, 1).AddDays(random.Next(27_000));
            string?[] values =
            [
                first, name, born.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture),
                size > 1 && random.NextDouble() < 0.3 ? mail : $"{first}.{name}{random.Next(99)}@{Providers[random.Next(4)]}",
                size > 1 && random.NextDouble() < 0.6 ? phone : Phone(), .. home,
            ];
            var copies = random.NextDouble() < 0.4 ? random.Next(1, 4) : 0;
            for (var copy = 0; copy <= copies; copy++)
            {
                set.Add([.. values.Select((value, column) => column >= 2 && random.NextDouble() < 0.1 ? null
                    : copy > 0 && random.NextDouble() < 0.15 ? Typo(value!)
                    : value)]);
                truth.Add(person);
            }
        }
    }

    private string Phone() => "0" + random.Next(100_000_000, 1_000_000_000).ToString(CultureInfo.InvariantCulture);

    // The n-th word about 1/n as often as the first.
    private string Pick(string[] words) => words[(int)Math.Min(words.Length - 1, Math.Exp(random.NextDouble() * Math.Log(words.Length + 1)) - 1)];

    private string Typo(string text)
    {
        var at = random.Next(text.Length - 1);
        return random.Next(4) switch
        {
            0 => text.Remove(at, 1),
            1 => text.Insert(at, text[random.Next(text.Length)].ToString()),
            2 => text[..at] + text[random.Next(text.Length)] + text[(at + 1)..],
            _ => text[..at] + text[at + 1] + text[at] + text[(at + 2)..],
        };
    }

    private static string[] Words(int count, int syllables)
    {
        var random = new Random(count);
        var words = new HashSet<string>();
        while (words.Count < count)
        {
            words.Add(string.Concat(Enumerable.Range(0, syllables).Select(_ => $"{"bcdfghjklmnprstvw"[random.Next(17)]}{"aeiou"[random.Next(5)]}")) + "nrtlsm"[random.Next(6)]);
        }

        return [.. words];
    }
}
