using System.Globalization;
using OmniChannel.Identity.Matching;

namespace OmniChannel.Matching.Accuracy;

/// <summary>Writes people down as records, with what goes wrong while it is done.</summary>
internal sealed class RecordMaker
{
    private readonly Scene scene;
    private readonly Random random;
    private readonly PeopleMaker people;

    private RecordMaker(Scene scene, int seed)
    {
        (this.scene, random) = (scene, new(seed));
        people = new(scene, random);
    }

    /// <summary>The records of a scene, shuffled, and the person of each.</summary>
    public static (RecordSet Records, List<int> Truth) Make(Scene scene, int seed)
    {
        var maker = new RecordMaker(scene, seed);
        var rows = new List<(int Person, string?[] Values)>();
        for (var person = 0; rows.Count < scene.Records;)
        {
            foreach (var one in maker.people.Home())
            {
                var copies = maker.Chance(scene.Duplicated) ? maker.random.Next(2, scene.MostRecords + 1) : 1;
                for (var copy = 0; copy < copies; copy++)
                {
                    rows.Add((person, maker.Write(copy == 0 ? one : maker.Changed(one), copy > 0)));
                }

                person++;
            }
        }

        var shuffled = rows.ToArray();
        maker.random.Shuffle(shuffled);
        var set = new RecordSet([.. scene.Columns.Select(column => column.Name)]);
        Array.ForEach(shuffled, row => set.Add(row.Values));
        return (set, [.. shuffled.Select(row => row.Person)]);
    }

    private string?[] Write(Person person, bool errors) => [.. scene.Columns.Select(column => column.Value(person, random))
        .Select(value => value is null or "" || Chance(scene.Errors.Missing) ? null : errors && Chance(scene.Errors.Typo) ? Typo(value) : value)];

    /// <summary>The person as a later record knows them.</summary>
    private Person Changed(Person person)
    {
        var e = scene.Errors;
        var short1 = scene.Names.Given.First(word => word.Text == person.Given).Short;
        person = short1.Length > 0 && Chance(e.Nickname) ? person with { Given = short1[random.Next(short1.Length)] } : person;
        person = Chance(e.Initial) ? person with { Given = person.Given[..1] } : person;
        if (Chance(e.Moved) && people.Stranger() is var there)
        {
            person = person with { Street = there.Street, House = there.House, City = there.City, Postcode = there.Postcode, State = there.State };
        }

        if (Chance(e.Renamed) && people.Stranger() is var married)
        {
            person = person with { Family = married.Family, FamilyKana = married.FamilyKana };
        }

        person = Chance(e.OtherMail) ? person with { Mail = people.Stranger().Mail } : person;
        person = Chance(e.OtherPhone) ? person with { Phone = people.Phone() } : person;
        person = Chance(e.WrongDate) ? person with { Born = Wrong(person.Born) } : person;
        person = Chance(e.OtherScript) ? Rewritten(person) : person;
        return Chance(e.Swapped) ? person with { Given = person.Family, GivenKana = person.FamilyKana, Family = person.Given, FamilyKana = person.GivenKana } : person;
    }

    private DateOnly Wrong(DateOnly date) => date.Day <= 12 && Chance(0.5) ? new(date.Year, date.Day, date.Month)
        : Chance(0.5) ? date.AddYears(random.Next(2) == 0 ? 1 : 10)
        : date.AddDays(random.Next(1, 9));

    private Person Rewritten(Person person)
    {
        var variants = scene.Names.Family.FirstOrDefault(word => word.Text == person.Family)?.Variants ?? [];
        return person with
        {
            Family = variants.Length > 0 ? variants[random.Next(variants.Length)] : person.Family,
            FamilyKana = HalfWidth(person.FamilyKana),
            GivenKana = HalfWidth(person.GivenKana),
            House = Wide(person.House),
            Street = person.Street.Replace(" Street", " St", StringComparison.Ordinal).Replace(" Avenue", " Ave", StringComparison.Ordinal).Replace("straße", "str.", StringComparison.Ordinal).Replace("Calle ", "C/ ", StringComparison.Ordinal),
        };
    }

    private string Wide(string house) => !house.Contains('-', StringComparison.Ordinal) ? house
        : Chance(0.5) ? string.Concat(house.Select(c => c == '-' ? 'ー' : (char)(c - '0' + '０'))) : house.Replace("-", "丁目", StringComparison.Ordinal);

    private static string HalfWidth(string kana)
    {
        const string Full = "アイウエオカキクケコサシスセソタチツテトナニヌネノハヒフヘホマミムメモヤユヨラリルレロワンョュャッ";
        const string Half = "ｱｲｳｴｵｶｷｸｹｺｻｼｽｾｿﾀﾁﾂﾃﾄﾅﾆﾇﾈﾉﾊﾋﾌﾍﾎﾏﾐﾑﾒﾓﾔﾕﾖﾗﾘﾙﾚﾛﾜﾝｮｭｬｯ";
        const string Voiced = "ガギグゲゴザジズゼゾダヂヅデドバビブベボ";
        const string Plain = "ｶｷｸｹｺｻｼｽｾｿﾀﾁﾂﾃﾄﾊﾋﾌﾍﾎ";
        return string.Concat(kana.Select(c => Full.IndexOf(c, StringComparison.Ordinal) is >= 0 and var at ? Half[at].ToString()
            : Voiced.IndexOf(c, StringComparison.Ordinal) is >= 0 and var voiced ? Plain[voiced] + "ﾞ"
            : c.ToString()));
    }

    private string Typo(string text)
    {
        if (text.Length < 2)
        {
            return text;
        }

        var at = random.Next(text.Length - 1);
        var letter = text[random.Next(text.Length)];
        letter = char.IsAsciiDigit(text[at]) ? (char)('0' + random.Next(10)) : char.IsAsciiLetter(letter) ? "etaoinshrdlu"[random.Next(12)] : letter;
        return random.Next(4) switch
        {
            0 => text.Remove(at, 1),
            1 => text.Insert(at, letter.ToString(CultureInfo.InvariantCulture)),
            2 => text[..at] + letter + text[(at + 1)..],
            _ => text[..at] + text[at + 1] + text[at] + text[(at + 2)..],
        };
    }

    private bool Chance(double share) => random.NextDouble() < share;
}
