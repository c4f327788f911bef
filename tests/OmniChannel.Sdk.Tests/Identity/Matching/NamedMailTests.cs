using OmniChannel.Identity.Matching;
using OmniChannel.Identity.Matching.Fields;

namespace OmniChannel.Tests.Identity.Matching;

public sealed class NamedMailTests
{
    [Theory]
    [InlineData("Anna", "Müller", "anna.mueller87@gmx.de", NamedMail.Both)]
    [InlineData("Anna", "Müller", "a.muller@gmx.de", NamedMail.Both)]
    [InlineData("Anna", "Müller", "amuller@gmx.de", NamedMail.Both)]
    [InlineData("タロウ", "サトウ", "taro_sato@x.jp", NamedMail.Both)]
    [InlineData("Anna", "Müller", "anna99@gmx.de", NamedMail.Given)]
    [InlineData("Anna", "Müller", "sunshine@gmx.de", 0)]
    [InlineData("Anna", "Müller", "", 0)]
    public void Names_OfAnAddress_AreFound(string given, string family, string mail, int expected)
    {
        var records = Prepare([given, family, mail]);

        Assert.Equal(expected, records.Mails!.Names(0));
        Assert.Equal(expected == 0, records.Mails.Rest(0) < 0);
    }

    [Fact]
    public void Rest_OfTwoPeopleWithOnePattern_IsTheSame()
    {
        var records = Prepare(["Ann", "Lee", "ann.lee@x.org"], ["Robert", "Miller", "robert.miller@x.org"], ["Zoe", "Hill", "zoe.hill7@x.org"]);

        var rests = Enumerable.Range(0, 3).Select(records.Mails!.Rest).ToArray();
        Assert.Equal(2, rests.Distinct().Count());
    }

    [Fact]
    public void Readings_OfKanji_AreLearnedFromTheAddresses()
    {
        var records = Prepare(["太郎", "橋本", "taro.hashimoto@x.jp"], ["花子", "橋本", "hanako.hashimoto2@x.jp"], ["誠", "橋本", "mhashimoto@y.jp"], ["太郎", "森", "taro99@x.jp"], ["太郎", "小川", "ogawataro@z.jp"]);

        Assert.All(Enumerable.Range(0, 3), record => Assert.NotEqual(0, records.Mails!.Names(record) & NamedMail.Family));
    }

    [Fact]
    public void C3_NamesakesWithAddressesOfOnePattern_StayApart()
    {
        var people = People.Of(["first name", "last name", "e-mail", "city"]);
        for (var i = 0; i < 400; i++)
        {
            // Ten given and ten family names: every pair of names is borne by four.
            var (given, family) = ("Anna Bert Carl Dora Emil Frida Georg Hanna Igor Jana".Split(' ')[i % 10], "Adler Berger Conrad Decker Ebert Fuchs Geiger Huber Illner Jahn".Split(' ')[i / 10 % 10]);
            people.Add(i, given, family, $"{given}.{family}{(i % 3 == 0 ? "" : i.ToString(System.Globalization.CultureInfo.InvariantCulture))}@mail.org".ToLowerInvariant(), $"City{i * 7 % 50}");
        }

        Assert.Equal(400, people.Match().Clusters.Distinct().Count());
    }

    private static PreparedRecords Prepare(params string[][] rows)
    {
        var records = new RecordSet(["first name", "last name", "e-mail"]);
        Array.ForEach(rows, row => records.Add(row));
        var schema = new MatchSchema
        {
            Fields =
            [
                new() { Name = "given", Kind = FieldKind.GivenName, Columns = ["first name"] },
                new() { Name = "family", Kind = FieldKind.FamilyName, Columns = ["last name"] },
                new() { Name = "mail", Kind = FieldKind.Email, Columns = ["e-mail"] },
            ],
        };
        return PreparedRecords.Prepare(records, schema, [.. Enumerable.Range(0, rows.Length)], threads: 2);
    }
}
