using System.Globalization;

namespace OmniChannel.Matching.Accuracy;

/// <summary>Makes the people of a scene: homes with families in them, some with twins or a father and son of one name.</summary>
internal sealed class PeopleMaker(Scene scene, Random random)
{
    private static readonly string[] Providers = ["gmail.com", "yahoo.com", "outlook.com", "example.com", "web.org", "icloud.com"];

    private readonly Vocabulary names = scene.Names;

    public List<Person> Home()
    {
        var size = Chance(scene.Homes) ? random.Next(2, 6) : 1;
        var first = Stranger();
        var people = new List<Person> { first };
        var landline = Chance(0.6);
        for (var i = 1; i < size; i++)
        {
            var other = Otherwise(people) with
            {
                Family = first.Family,
                FamilyKana = first.FamilyKana,
                Street = first.Street,
                House = first.House,
                City = first.City,
                Postcode = first.Postcode,
                State = first.State,
            };
            other = landline ? other with { Phone = first.Phone } : other;
            other = i == 1 && Chance(scene.Twins) ? other with { Born = first.Born }
                : i == 1 && Chance(scene.Juniors) ? other with { Given = first.Given, GivenKana = first.GivenKana, Middle = first.Middle, Sex = first.Sex, Born = first.Born.AddDays(9000 + random.Next(3000)) }
                : other;
            people.Add(other with { Mail = Mail(other) });
        }

        return people;
    }

    // Nobody gives two children one name.
    private Person Otherwise(List<Person> people)
    {
        var other = Stranger();
        while (people.Any(person => person.Given == other.Given))
        {
            other = Stranger();
        }

        return other;
    }

    public Person Stranger()
    {
        var given = Vocabulary.Pick(names.Given, random, names.Steepness);
        var family = Vocabulary.Pick(names.Family, random, names.Steepness);
        var city = random.Next(names.Cities.Count);
        var person = new Person
        {
            Given = given.Text,
            GivenKana = given.Kana,
            Middle = Chance(0.4) ? Vocabulary.Pick(names.Given, random, names.Steepness).Text : null,
            Family = family.Text,
            FamilyKana = family.Kana,
            Born = new DateOnly(1935, 1, 1).AddDays(random.Next(26_000)),
            Sex = (given.Text.Length + given.Text[0]) % 2 == 0 ? "F" : "M",
            Street = Vocabulary.Pick(names.Streets, random, 0.4),
            House = names.HouseNumbers > 0 ? random.Next(1, names.HouseNumbers).ToString(CultureInfo.InvariantCulture) : $"{random.Next(1, 6)}-{random.Next(1, 20)}-{random.Next(1, 15)}",
            City = names.Cities[city],
            State = "ABCDEFGH"[city % 8] + "S",
            Postcode = (10_000 + (city * 500) + random.Next(12)).ToString(CultureInfo.InvariantCulture),
            Phone = Phone(),
            Mail = "",
            Member = random.Next(1_000_000, 9_999_999).ToString(CultureInfo.InvariantCulture),
        };
        return person with { Mail = Mail(person) };
    }

    public string Phone() => random.Next(100_000_000, 999_999_999).ToString(CultureInfo.InvariantCulture);

    public string Mail(Person person)
    {
        var provider = Vocabulary.Pick(Providers, random, 0.6);
        if (!Chance(scene.NamedMail))
        {
            return string.Concat(Enumerable.Range(0, random.Next(5, 10)).Select(_ => "abcdefghiklmnoprstuvwyz0123456789"[random.Next(33)])) + "@" + provider;
        }

        var (given, family) = (Latin(names.Given, person.Given), Latin(names.Family, person.Family));
        var local = random.Next(5) switch { 0 => given[..1] + family, 1 => $"{given}_{family}", 2 => family + given[..1], _ => $"{given}.{family}" };
        return local + (Chance(scene.NumberedMail) ? random.Next(1, 100).ToString(CultureInfo.InvariantCulture) : "") + "@" + provider;
    }

    private static string Latin(IReadOnlyList<Vocabulary.Word> words, string text)
    {
        var latin = words.First(word => word.Text == text).Latin.ToLowerInvariant();
        return string.Concat(latin.Select(c => c switch
        {
            'ä' => "ae",
            'ö' => "oe",
            'ü' => "ue",
            'ß' => "ss",
            'á' => "a",
            'é' => "e",
            'í' => "i",
            'ó' => "o",
            'ú' => "u",
            'ñ' => "n",
            _ => c.ToString(),
        }));
    }

    private bool Chance(double share) => random.NextDouble() < share;
}
