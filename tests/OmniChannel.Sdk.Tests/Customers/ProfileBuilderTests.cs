using OmniChannel.Engagement;

namespace OmniChannel.Customers;

public sealed class ProfileBuilderTests
{
    private static readonly DateTimeOffset Start = new(2026, 4, 1, 0, 0, 0, TimeSpan.Zero);

    static ProfileBuilderTests() => EngineTexts.Register();

    [Fact]
    public void Default_DeclaredLongAgo_WinsOverInferredToday()
    {
        var size = Resolve(new(), Told("shop", "size", "26", 1), Told("model", "size", "27", 9, TraitOrigin.Inferred, 0.9));
        Assert.Equal(("26", "shop", 1.0), (size.Value, size.Source, size.Confidence));
        Assert.Equal("profile.declared", size.Reason!.Code);
        Assert.Equal("shop was told, model only saw or guessed.", size.Reason.ToText(Locale.English));
        Assert.Equal([("27", "model", 0.9)], size.Others.Select(o => (o.Value, o.Source, o.Confidence)));
    }

    [Fact]
    public void Default_TwoDeclared_TheNewerWins()
    {
        var size = Resolve(new(), Told("shop", "size", "26", 1), Told("crm", "size", "27", 2));
        Assert.Equal(("27", "profile.recent", "crm"), (size.Value, size.Reason!.Code, size.Reason.Arguments["source"]));
    }

    [Fact]
    public void Trusted_OlderSource_WinsForItsTraitOnly()
    {
        var options = new ProfileOptions { Traits = { ["tier"] = new() { Trusted = { "shop" } } } };
        ProfileState[] rows = [Told("shop", "tier", "gold", 1), Told("crm", "tier", "none", 2), Told("shop", "city", "Osaka", 1), Told("crm", "city", "Tokyo", 2)];
        var views = ProfileBuilder.Traits(rows, new(options)).Select(t => t.ToView()).ToDictionary(v => v.Name);
        Assert.Equal(("gold", "profile.trusted"), (views["tier"].Value, views["tier"].Reason!.Code));
        Assert.Equal(("Tokyo", "profile.recent"), (views["city"].Value, views["city"].Reason!.Code));
    }

    [Fact]
    public void Longest_ShorterAndNewer_Loses()
    {
        var options = new ProfileOptions { Traits = { ["street"] = new() { Order = { Survivorship.Longest } } } };
        var street = Resolve(options, Told("shop", "street", "1-2-3 Kita", 1), Told("crm", "street", "Kita", 2));
        Assert.Equal(("1-2-3 Kita", "profile.longest"), (street.Value, street.Reason!.Code));
    }

    [Fact]
    public void Confident_OlderAndSurer_WinsWhenAskedFirst()
    {
        var options = new ProfileOptions { Order = { Survivorship.MostConfident } };
        var size = Resolve(options, Told("a", "size", "26", 1, TraitOrigin.Inferred, 0.7), Told("b", "size", "27", 2, TraitOrigin.Inferred, 0.6));
        Assert.Equal(("26", "profile.confident"), (size.Value, size.Reason!.Code));
    }

    [Fact]
    public void Same_FromTwoSources_IsSaidToAgree()
    {
        var size = Resolve(new(), Told("shop", "size", "26", 1), Told("crm", "size", "26", 2));
        Assert.Equal(("26", "profile.agreed", "crm"), (size.Value, size.Reason!.Code, size.Source));
        Assert.Equal("shop", Assert.Single(size.Others).Source);
    }

    [Theory]
    [InlineData(TraitOrigin.Declared, 1)]
    [InlineData(TraitOrigin.Observed, 0.8)]
    [InlineData(TraitOrigin.Inferred, 0.5)]
    public void Confidence_NotSaid_FollowsFromTheOrigin(TraitOrigin origin, double expected) =>
        Assert.Equal(expected, Resolve(new(), Told("a", "size", "26", 1, origin)).Confidence);

    [Fact]
    public void Name_OfTwoRecords_IsWholeFromOneOfThem()
    {
        ProfileState[] rows =
        [
            Record("shop", new() { ExternalId = "1", Name = new() { Family = "山田", Given = "花子", FamilyKana = "ヤマダ" }, ChangedAt = Start }),
            Record("crm", new() { ExternalId = "2", Name = new() { Family = "佐藤" }, ChangedAt = Start.AddDays(1) }),
        ];
        var name = ProfileBuilder.Name(rows, new())!;
        Assert.Equal(("佐藤", (string?)null), (name.Winner.Value, name.Winner.Person!.DisplayKana()));
        Assert.Equal("山田 花子", Assert.Single(name.Others).Value);
    }

    [Fact]
    public void Detailed_BesideAPlainTraitOfItsName_Counts()
    {
        var record = new CustomerRecord
        {
            ExternalId = "1",
            Traits = new Dictionary<string, string> { ["size"] = "20", ["tier"] = "gold" },
            DetailedTraits = [new() { Name = "size", Value = "26", Origin = TraitOrigin.Observed }],
        };
        var views = ProfileBuilder.Traits([Record("shop", record)], new()).Select(t => t.ToView()).ToList();
        Assert.Equal([("size", "26", TraitOrigin.Observed), ("tier", "gold", TraitOrigin.Declared)], views.Select(v => (v.Name, v.Value, v.Origin)));
        Assert.All(views, v => Assert.Empty(v.Others));
    }

    [Fact]
    public void Trusted_WithoutNames_IsRefusedAtStart()
    {
        var options = new ProfileOptions { Traits = { ["tier"] = new() { Order = { Survivorship.MostTrusted } } } };
        Assert.Contains("OmniChannel:Profiles:Trusted", Assert.Single(ProfileRules.Check(options)), StringComparison.Ordinal);
        options.Trusted.Add("crm");
        Assert.Empty(ProfileRules.Check(options));
    }

    private static ValueView Resolve(ProfileOptions options, params ProfileState[] rows)
    {
        var there = ProfileBuilder.Traits(rows, new(options)).Select(t => t.ToView()).ToList();
        var back = ProfileBuilder.Traits(rows.Reverse(), new(options)).Select(t => t.ToView()).ToList();
        Assert.Equal(there.Select(Text), back.Select(Text));
        return Assert.Single(there);
    }

    private static string Text(ValueView view) => $"{view.Value} {view.Source} {view.Reason?.Code} {string.Join(',', view.Others.Select(o => o.Value + o.Source))}";

    private static ProfileState Told(string source, string name, string value, int day, TraitOrigin origin = default, double? confidence = null) => new()
    {
        Atom = day,
        At = default,
        Traits = [new() { Source = source, Trait = new() { Name = name, Value = value, At = Start.AddDays(day), Origin = origin, Confidence = confidence } }],
    };

    private static ProfileState Record(string source, CustomerRecord record) => new() { Atom = 1, Source = source, Record = record, At = Start };
}
