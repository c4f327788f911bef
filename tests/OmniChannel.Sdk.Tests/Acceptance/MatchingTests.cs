using OmniChannel.Fakes;
using OmniChannel.Identity.Matching;

namespace OmniChannel.Acceptance;

/// <summary>Records that look like one person's: suggested, decided, tied, and taken back when they change. Rows C2, C3 and C12.</summary>
public sealed partial class MatchingTests
{
    [Fact]
    public async Task C2_TypoInAName_IsSuggestedWithItsWeightsAndSurvivesARestart()
    {
        await using var desk = await OpenAsync();
        await ImportAsync(desk, "shop", "1", People.Mika);
        await ImportAsync(desk, "crm", "1", People.Mika with { Given = "mikka" });

        await desk.RestartAsync();
        var review = Assert.Single((await desk.Omni.Customers.Reviews.ListAsync()).Items);

        Assert.NotEqual(review.FirstCustomer, review.SecondCustomer);
        Assert.True(review.Probability > 0.9);
        Assert.Equal(review.Bits, review.Bars.Sum(b => b.Bits), 0.1);
        Assert.Contains(review.Bars, b => b is { Field: "given-name", Level: "one edit" });
        Assert.DoesNotContain("{", review.Explanation.ToText(Locale.English), StringComparison.Ordinal);
        Assert.Equal([review.Bits], (await desk.Omni.Customers.Reviews.OfAsync(review.SecondCustomer)).Select(r => r.Bits));
    }

    [Fact]
    public async Task C2_RecordOfBeforeARestart_IsFoundByOneThatComesAfterIt()
    {
        await using var desk = await OpenAsync();
        await ImportAsync(desk, "shop", "1", People.Mika);
        await desk.RestartAsync();

        await ImportAsync(desk, "crm", "1", People.Mika with { Given = "mikka" });

        Assert.Single((await desk.Omni.Customers.Reviews.ListAsync()).Items);
    }

    [Fact]
    public async Task C12_RecordImportedAgainAsItWas_IsNotComparedAgain()
    {
        await using var desk = await OpenAsync();
        await ImportAsync(desk, "shop", "1", People.Mika);
        await ImportAsync(desk, "shop", "1", People.Mika);
        Assert.Single(desk.Store.Journal.SelectMany(r => r.Facts), f => f.Kind == "effect.queued");
        await ImportAsync(desk, "shop", "1", People.Mika with { Street = "5 alton road" });
        Assert.Equal(2, desk.Store.Journal.SelectMany(r => r.Facts).Count(f => f.Kind == "effect.queued"));
    }

    [Fact]
    public async Task C12_Accepted_BecomesOneCustomerAndCanBeUndone()
    {
        await using var desk = await OpenAsync();
        await ImportAsync(desk, "shop", "1", People.Mika);
        await ImportAsync(desk, "shop", "2", People.Mika with { Given = "mikka" });
        var review = Assert.Single((await desk.Omni.Customers.Reviews.ListAsync()).Items);

        var accepted = await desk.Omni.Customers.Reviews.AcceptAsync(review, new() { By = "agent-a" });

        Assert.True(accepted.Accepted);
        Assert.Empty((await desk.Omni.Customers.Reviews.ListAsync()).Items);
        var customer = (await desk.Omni.Customers.GetAsync(review.First))!;
        Assert.Equal(customer.Id, (await desk.Omni.Customers.GetAsync(review.Second))!.Id);
        Assert.Single(customer.NameSource!.Others);
        Assert.True((await desk.Omni.Customers.Identity.UndoMergeAsync(Assert.Single(accepted.Moved).Part)).Accepted);
        Assert.NotEqual((await desk.Omni.Customers.GetAsync(review.First))!.Id, (await desk.Omni.Customers.GetAsync(review.Second))!.Id);
        Assert.Empty((await desk.Omni.Customers.Reviews.ListAsync()).Items);
    }

    [Fact]
    public async Task C3_NeverTheseTwo_HoldsWhateverComes()
    {
        await using var desk = await OpenAsync(MatchPolicy.Link);
        await ImportAsync(desk, "shop", "1", People.Mika);
        await ImportAsync(desk, "crm", "1", People.Mika with { Given = "rieko", Birth = "1971-03-30" });
        await ImportAsync(desk, "shop", "2", People.Mika with { Given = "mikka" });
        var review = Assert.Single((await desk.Omni.Customers.Reviews.ListAsync()).Items);

        Assert.True((await desk.Omni.Customers.Reviews.NeverAsync(review)).Accepted);
        await ImportAsync(desk, "shop", "2", People.Mika);
        await desk.RestartAsync();
        await ImportAsync(desk, "shop", "1", People.Mika with { Street = "5 alton road" });

        Assert.Empty((await desk.Omni.Customers.Reviews.ListAsync()).Items);
        Assert.False((await desk.Omni.Customers.Identity.ExplainAsync(review.First, review.Second)).IsOne);
    }

    [Fact]
    public async Task C2_PolicyLink_TiesAtOnceAsObservedAndPartsWhenTheRecordChanges()
    {
        await using var desk = await OpenAsync(MatchPolicy.Link);
        await ImportAsync(desk, "shop", "1", People.Mika);
        await ImportAsync(desk, "crm", "1", People.Mika with { Given = "mikka" });
        var (shop, crm) = (await RecordAsync(desk, "shop"), await RecordAsync(desk, "crm"));

        var why = await desk.Omni.Customers.Identity.ExplainAsync(shop, crm);
        Assert.True(why.IsOne);
        Assert.Equal(("match", Assurance.Observed), Assert.Single(why.Ties.Select(t => (t.Source, t.Assurance))));
        Assert.Empty((await desk.Omni.Customers.Reviews.ListAsync()).Items);

        await ImportAsync(desk, "shop", "1", new("xaver", "quendling", "1911-11-11", "0999999999", "1 nowhere lane", "atlantis"));

        Assert.False((await desk.Omni.Customers.Identity.ExplainAsync(shop, crm)).IsOne);
    }

    [Fact]
    public async Task C2_RecordThatChangesOrGoes_TakesItsSuggestionAlong()
    {
        await using var desk = await OpenAsync();
        await ImportAsync(desk, "shop", "1", People.Mika);
        await ImportAsync(desk, "crm", "1", People.Mika with { Given = "mikka" });
        Assert.Single((await desk.Omni.Customers.Reviews.ListAsync()).Items);

        await ImportAsync(desk, "crm", "1", new("xaver", "quendling", "1911-11-11", "0999999999", "1 nowhere lane", "atlantis"));
        Assert.Empty((await desk.Omni.Customers.Reviews.ListAsync()).Items);

        await ImportAsync(desk, "crm", "1", People.Mika with { Given = "mikka" });
        Assert.Single((await desk.Omni.Customers.Reviews.ListAsync()).Items);
        await desk.Omni.Customers.ForgetRecordAsync("shop", "1");
        await desk.Host.SettleAsync();
        Assert.Empty((await desk.Omni.Customers.Reviews.ListAsync()).Items);
    }

    [Fact]
    public async Task C12_Dismissed_ComesBackOnlyWithMoreToSayForIt()
    {
        await using var desk = await OpenAsync();
        await ImportAsync(desk, "shop", "1", People.Mika);
        await ImportAsync(desk, "crm", "1", People.Mika with { Given = "mikka", City = null });
        var review = Assert.Single((await desk.Omni.Customers.Reviews.ListAsync()).Items);

        Assert.True((await desk.Omni.Customers.Reviews.DismissAsync(review, "agent-a")).Accepted);
        Assert.False((await desk.Omni.Customers.Reviews.DismissAsync(review)).Accepted);
        await ImportAsync(desk, "crm", "1", People.Mika with { Given = "mikka", City = null, Extra = "vip" });
        Assert.Empty((await desk.Omni.Customers.Reviews.ListAsync()).Items);

        await ImportAsync(desk, "crm", "1", People.Mika);
        Assert.True(Assert.Single((await desk.Omni.Customers.Reviews.ListAsync()).Items).Bits > review.Bits + 1);
    }

    [Fact]
    public async Task C12_ManySuggestions_ComeInPagesTheStrongestFirst()
    {
        await using var desk = await OpenAsync();
        for (var i = 0; i < 7; i++)
        {
            var person = new People("given" + (char)('a' + i), "family" + (char)('k' + (2 * i)), $"19{50 + i}-0{i + 1}-1{i}", $"09{i}1234{i}67", $"{i}1 {(char)('b' + i)}ridge street", "town" + i);
            await ImportAsync(desk, "shop", "p" + i, person);
            await ImportAsync(desk, "crm", "p" + i, i % 2 == 0 ? person : person with { Street = null });
        }

        var all = (await desk.Omni.Customers.Reviews.ListAsync()).Items;
        var pages = new List<MatchReview>();
        for (string? after = null; ;)
        {
            var page = await desk.Omni.Customers.Reviews.ListAsync(3, after);
            pages.AddRange(page.Items);
            if (page.Next is null)
            {
                break;
            }

            Assert.Equal(3, page.Items.Count);
            after = page.Next;
        }

        Assert.Equal(7, all.Count);
        Assert.Equal(all.Select(r => r.First), pages.Select(r => r.First));
        Assert.Equal(all.Select(r => r.Bits).OrderDescending(), all.Select(r => r.Bits));
        await Assert.ThrowsAsync<ArgumentException>(() => desk.Omni.Customers.Reviews.ListAsync(3, "nonsense"));
    }

    private static Task<TestDesk> OpenAsync(MatchPolicy policy = default) => TestDesk.OpenAsync(omni => omni.AddMatching(TrainedPeople.Matcher, m => m.Policy = policy));

    private static async Task ImportAsync(TestDesk desk, string source, string id, People person)
    {
        Assert.True((await desk.Omni.Customers.ImportAsync(source, person.Record(id))).Accepted);
        await desk.Host.SettleAsync();
    }

    private static async Task<CustomerId> RecordAsync(TestDesk desk, string source)
    {
        await desk.Host.SettleAsync();
        return new(desk.Store.Rows.Values.Where(r => r.Key.Table == StateTable.Profiles)
            .Select(r => System.Text.Json.JsonSerializer.Deserialize(r.Value.Span, Engagement.State.StateJson.Default.ProfileState)!).Single(p => p.Source == source).Atom);
    }

    private sealed record People(string Given, string Family, string Birth, string Phone, string? Street, string? City)
    {
        public static People Mika { get; } = new("mika", "kanzaki", "1988-05-17", "0312345678", "17 alton road", "yokohama");

        public string? Extra { get; init; }

        public CustomerRecord Record(string id)
        {
            var traits = new Dictionary<string, string> { ["birth-date"] = Birth, ["home-phone"] = Phone };
            foreach (var (name, value) in new[] { ("street", Street), ("city", City), ("extra", Extra) })
            {
                if (value is not null)
                {
                    traits[name] = value;
                }
            }

            return new() { ExternalId = id, Name = new() { Given = Given, Family = Family }, Traits = traits };
        }
    }
}
