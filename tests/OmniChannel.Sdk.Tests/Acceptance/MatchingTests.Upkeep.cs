using OmniChannel.Fakes;
using OmniChannel.Identity.Matching;

namespace OmniChannel.Acceptance;

/// <summary>Comparisons that fail, records that go, matchers that are taken out, and pairs that are asked about once.</summary>
public sealed partial class MatchingTests
{
    [Fact]
    public async Task C12_RecordThatCouldNotBeCompared_IsNamedByHealthAndTakenUpAgainWithAnotherModel()
    {
        var matcher = TrainedPeople.Matcher with { Model = TrainedPeople.Matcher.Model with { Fields = [] } };
        await using var desk = await TestDesk.OpenAsync(omni => omni.AddMatching(matcher));
        await ImportAsync(desk, "shop", "1", People.Mika);
        await ImportAsync(desk, "crm", "1", People.Mika with { Given = "mikka" });
        Assert.Equal(0, desk.Host.Accounts.Status().NotCompared);

        await desk.Host.AdvanceAsync(TimeSpan.FromHours(1));

        Assert.Equal(2, desk.Host.Accounts.Status().NotCompared);
        matcher = TrainedPeople.Matcher;
        await desk.RestartAsync();
        await desk.Host.SettleAsync();
        Assert.Equal(0, desk.Host.Accounts.Status().NotCompared);
        Assert.Single((await desk.Omni.Customers.Reviews.ListAsync()).Items);
    }

    [Fact]
    public async Task C12_RecordThatCouldNotBeCompared_IsTriedAgainAfterADay()
    {
        var matcher = TrainedPeople.Matcher with { Model = TrainedPeople.Matcher.Model with { Fields = [] } };
        await using var desk = await TestDesk.OpenAsync(omni => omni.AddMatching(matcher));
        await ImportAsync(desk, "shop", "1", People.Mika);
        await desk.Host.AdvanceAsync(TimeSpan.FromHours(1));
        var before = Attempts(desk);

        await desk.Host.AdvanceAsync(TimeSpan.FromHours(24));

        Assert.True(Attempts(desk) > before);
        Assert.Equal(1, desk.Host.Accounts.Status().NotCompared);
    }

    [Fact]
    public async Task C1_ForgottenRecord_ThatComesLate_StaysForgotten()
    {
        await using var desk = await TestDesk.OpenAsync();
        var record = People.Mika.Record("1") with { ChangedAt = desk.Time.GetUtcNow() };
        await desk.Omni.Customers.ImportAsync("shop", record);
        await desk.Omni.Customers.ForgetRecordAsync("shop", "1");

        await desk.Omni.Customers.ImportAsync("shop", record with { ChangedAt = record.ChangedAt!.Value.AddMinutes(-1) });
        await desk.RestartAsync();
        Assert.False((await desk.Omni.Customers.ForgetRecordAsync("shop", "1")).Accepted);

        await desk.Omni.Customers.ImportAsync("shop", record with { ChangedAt = record.ChangedAt.Value.AddMinutes(1) });
        Assert.True((await desk.Omni.Customers.ForgetRecordAsync("shop", "1")).Accepted);
    }

    [Fact]
    public async Task C3_WithoutTheMatcher_ARecordThatGoesTakesItsTiesAlong()
    {
        var matches = true;
        await using var desk = await TestDesk.OpenAsync(omni =>
        {
            if (matches)
            {
                omni.AddMatching(TrainedPeople.Matcher, m => m.Policy = MatchPolicy.Link);
            }
        });
        await ImportAsync(desk, "shop", "1", People.Mika);
        await ImportAsync(desk, "crm", "1", People.Mika with { Given = "mikka" });
        var (shop, crm) = (await RecordAsync(desk, "shop"), await RecordAsync(desk, "crm"));
        matches = false;
        await desk.RestartAsync();
        Assert.True((await desk.Omni.Customers.Identity.ExplainAsync(shop, crm)).IsOne);

        await desk.Omni.Customers.ForgetRecordAsync("shop", "1");

        Assert.False((await desk.Omni.Customers.Identity.ExplainAsync(shop, crm)).IsOne);
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task C12_TwoRecordsOfOneCustomerLikeAThird_AreOneReviewAndOneDecision(bool never)
    {
        await using var desk = await OpenAsync();
        await ImportAsync(desk, "shop", "1", People.Mika);
        await ImportAsync(desk, "crm", "1", People.Mika);
        var same = Assert.Single((await desk.Omni.Customers.Reviews.ListAsync()).Items);
        await ImportAsync(desk, "web", "1", People.Mika with { Given = "mikka" });
        Assert.Equal(3, (await desk.Omni.Customers.Reviews.ListAsync()).Items.Count);

        Assert.True((await desk.Omni.Customers.Reviews.AcceptAsync(same)).Accepted);
        var review = Assert.Single((await desk.Omni.Customers.Reviews.ListAsync()).Items);

        Assert.True(never
            ? (await desk.Omni.Customers.Reviews.NeverAsync(review)).Accepted
            : (await desk.Omni.Customers.Reviews.DismissAsync(review)).Accepted);
        Assert.Empty((await desk.Omni.Customers.Reviews.ListAsync()).Items);
        await desk.RestartAsync();
        Assert.Empty((await desk.Omni.Customers.Reviews.ListAsync()).Items);
    }

    [Fact]
    public async Task C1_ObservationToldAgainWithoutATime_IsNothingNew()
    {
        await using var desk = await TestDesk.OpenAsync();
        await ImportAsync(desk, "shop", "1", People.Mika);
        var id = await RecordAsync(desk, "shop");
        Task TellAsync(string value) => desk.Omni.Customers.ObserveAsync("web", id, [new() { Name = "colour", Value = value }]);
        await TellAsync("red");
        await desk.Host.AdvanceAsync(TimeSpan.FromMinutes(1));
        var told = Told(desk);

        await TellAsync("red");
        Assert.Equal(told, Told(desk));

        await TellAsync("blue");
        await desk.Host.AdvanceAsync(TimeSpan.FromMinutes(1));
        await TellAsync("red");
        Assert.Equal(told + 2, Told(desk));
        Assert.Equal("red", (await desk.Omni.Customers.GetAsync(id))!.Values.Single(v => v.Name == "colour").Value);
    }

    private static int Told(TestDesk desk) => desk.Store.Journal.SelectMany(r => r.Facts).Count(f => f.Kind == "customer.traits");

    private static int Attempts(TestDesk desk) => desk.Store.Journal.SelectMany(r => r.Facts).Count(f => f.Kind == "effect.queued" && !IsWait(f));

    // A wait is recorded, then its end with the next attempt.
    private static bool IsWait(FactRecord fact) => System.Text.Encoding.UTF8.GetString(fact.Body.Span).Contains("notBefore", StringComparison.OrdinalIgnoreCase);
}
