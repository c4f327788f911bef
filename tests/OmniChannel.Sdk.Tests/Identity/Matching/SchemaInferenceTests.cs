using OmniChannel.Identity.Matching;

namespace OmniChannel.Tests.Identity.Matching;

public sealed class SchemaInferenceTests
{
    [Theory]
    [InlineData("given_name", FieldKind.GivenName)]
    [InlineData("FirstName", FieldKind.GivenName)]
    [InlineData("Vorname", FieldKind.GivenName)]
    [InlineData("Prénom", FieldKind.GivenName)]
    [InlineData("customer first name", FieldKind.GivenName)]
    [InlineData("fname_c1", FieldKind.GivenName)]
    [InlineData("名", FieldKind.GivenName)]
    [InlineData("surname", FieldKind.FamilyName)]
    [InlineData("Nachname", FieldKind.FamilyName)]
    [InlineData("Nom", FieldKind.FamilyName)]
    [InlineData("apellidos", FieldKind.FamilyName)]
    [InlineData("姓", FieldKind.FamilyName)]
    [InlineData("suburb", FieldKind.Locality)]
    [InlineData("Wohnort", FieldKind.Locality)]
    [InlineData("address_2", FieldKind.Street)]
    [InlineData("Straße", FieldKind.Street)]
    public void Column_ByItsName_IsUnderstood(string name, FieldKind kind) => Assert.Equal(kind, Assert.Single(Infer(name, i => Letters(i * 7919)).Fields).Kind);

    [Theory]
    [InlineData("dob")]
    [InlineData("Geburtsdatum")]
    [InlineData("生年月日")]
    [InlineData("whatever")]
    public void Dates_ByNameOrValues_AreDates(string name) =>
        Assert.Equal(FieldKind.Date, Assert.Single(Infer(name, i => $"{1940 + (i % 60)}-{1 + (i % 12):00}-{1 + (i % 28):00}").Fields).Kind);

    [Fact]
    public void Emails_ByValues_AreEmails() => Assert.Equal(FieldKind.Email, Assert.Single(Infer("contact", i => $"{Letters(i)}@mail.org").Fields).Kind);

    [Fact]
    public void Dates_WithDaysSecond_AreMonthFirst() =>
        Assert.True(Assert.Single(Infer("birthday", i => $"{1 + (i % 12):00}/{1 + (i % 28):00}/1980").Fields).MonthFirst);

    [Theory]
    [InlineData(0, 1)]
    [InlineData(1, 2)]
    public void Login_ThatStandsInTheAddress_IsNoSecondField(int other, int fields)
    {
        var records = new RecordSet(["username", "email"]);
        for (var i = 0; i < 200; i++)
        {
            records.Add([Letters(i * 7919), Letters((i + other) * 7919) + "@mail.org"]);
        }

        Assert.Equal(fields, MatchSchema.Infer(records).Fields.Count);
    }

    [Fact]
    public void BirthInThreeColumns_IsOneDate()
    {
        var records = new RecordSet(["by", "bm", "bd"]);
        for (var i = 0; i < 200; i++)
        {
            records.Add([$"{1940 + (i % 60)}", $"{1 + (i % 12)}", $"{1 + (i % 28)}"]);
        }

        var field = Assert.Single(MatchSchema.Infer(records).Fields);
        Assert.Equal((FieldKind.Date, 3), (field.Kind, field.Columns.Count));
    }

    [Fact]
    public void Columns_ThatTellNothing_AreLeftOut()
    {
        var records = new RecordSet(["surname", "row", "country", "empty", "state", "state name"]);
        for (var i = 0; i < 300; i++)
        {
            records.Add([Letters(i % 97), $"{i}", "DE", null, $"s{i % 5}", $"state no {i % 5}"]);
        }

        Assert.Equal(["surname", "state"], MatchSchema.Infer(records).Fields.Select(field => field.Name));
    }

    [Fact]
    public void FullName_BesideItsParts_IsLeftOut()
    {
        var records = new RecordSet(["full_name", "first_name", "surname"]);
        for (var i = 0; i < 300; i++)
        {
            records.Add([$"{Letters(i % 53)} {Letters(i)}", Letters(i % 53), Letters(i)]);
        }

        Assert.Equal(["first_name", "surname"], MatchSchema.Infer(records).Fields.Select(field => field.Name));
    }

    [Fact]
    public void Columns_TooMany_KeepThoseWithAMeaning()
    {
        var records = new RecordSet([.. Enumerable.Range(0, 40).Select(i => $"remark {(char)('a' + (i / 26))}{(char)('a' + (i % 26))}"), "surname"]);
        for (var i = 0; i < 100; i++)
        {
            records.Add([.. Enumerable.Range(0, 41).Select(column => Letters((i * 131) + (column * 7)))]);
        }

        var fields = MatchSchema.Infer(records).Fields;
        Assert.Equal(20, fields.Count);
        Assert.Contains(fields, field => field.Kind == FieldKind.FamilyName);
        Assert.Equal(100, new RecordMatcher(MatchSchema.Infer(records)).Match(records).Clusters.Count);
    }

    [Fact]
    public void Ignored_Columns_AreNotUsed() => Assert.Empty(Infer("surname", Letters, ignore: "surname").Fields);

    private static MatchSchema Infer(string name, Func<int, string> value, params string[] ignore)
    {
        var records = new RecordSet([name]);
        for (var i = 0; i < 300; i++)
        {
            records.Add([value(i)]);
        }

        return MatchSchema.Infer(records, ignore);
    }

    private static string Letters(int number) => string.Concat($"{number + 1000}".Select(digit => "abedunstil"[digit - '0']));
}
