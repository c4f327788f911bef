using System.Net;
using System.Net.Http.Json;
using System.Text.Json;
using Microsoft.Extensions.DependencyInjection;
using OmniChannel.Customers;
using OmniChannel.Identity;
using OmniChannel.Identity.Matching;

namespace OmniChannel.AspNetCore.Tests;

/// <summary>Who may be the same person, for the agent who holds the conversation and for nobody else.</summary>
public sealed class ReviewApiTests
{
    private static readonly Lazy<TrainedMatcher> Matcher = new(Train);

    [Theory]
    [InlineData("accept", true)]
    [InlineData("dismiss", false)]
    [InlineData("never", false)]
    public async Task Review_OfTheHolder_SaysWhyAndIsDecidedOnce(string verb, bool areOne)
    {
        await using var host = await WebHost.StartAsync(configure: omni => omni.AddMatching(Matcher.Value));
        var conversation = await HeldAsync(host);
        var reviews = await host.Http.GetFromJsonAsync<JsonElement>($"/omni/agent/a/conversations/{conversation}/reviews");

        var review = Assert.Single(reviews.EnumerateArray());
        Assert.Equal("mikka kanzaki", Name(review));
        Assert.Contains(review.GetProperty("reasons").EnumerateArray(), r => r.GetProperty("field").GetString() == "birth-date" && r.GetProperty("level").GetString() == "equal" && r.GetProperty("speaksFor").GetBoolean());
        Assert.DoesNotContain("1988", reviews.GetRawText(), StringComparison.Ordinal);

        var path = $"/omni/agent/a/conversations/{conversation}/reviews/{review.GetProperty("first").GetString()}/{review.GetProperty("second").GetString()}/{verb}";
        Assert.Equal((HttpStatusCode.OK, HttpStatusCode.Conflict), (await PostAsync(host, path), await PostAsync(host, path)));
        Assert.Empty((await host.Http.GetFromJsonAsync<JsonElement>($"/omni/agent/a/conversations/{conversation}/reviews")).EnumerateArray());
        var (first, second) = (Id(review, "first"), Id(review, "second"));
        Assert.Equal(areOne, (await host.Omni.Customers.GetAsync(first))!.Id == (await host.Omni.Customers.GetAsync(second))!.Id);
    }

    [Fact]
    public async Task Review_OfAnAgentWhoDoesNotHoldTheConversation_IsNeitherShownNorTaken()
    {
        await using var host = await WebHost.StartAsync(configure: omni => omni.AddMatching(Matcher.Value));
        var conversation = await HeldAsync(host);
        var review = (await host.Http.GetFromJsonAsync<JsonElement>($"/omni/agent/a/conversations/{conversation}/reviews"))[0];

        Assert.Empty((await host.Http.GetFromJsonAsync<JsonElement>($"/omni/agent/b/conversations/{conversation}/reviews")).EnumerateArray());
        var path = $"/omni/agent/b/conversations/{conversation}/reviews/{review.GetProperty("first").GetString()}/{review.GetProperty("second").GetString()}/accept";
        Assert.Equal(HttpStatusCode.Conflict, await PostAsync(host, path));
        Assert.NotEqual((await host.Omni.Customers.GetAsync(Id(review, "first")))!.Id, (await host.Omni.Customers.GetAsync(Id(review, "second")))!.Id);
    }

    /// <summary>A conversation of agent a with Mika, whom another record resembles.</summary>
    private static async Task<string> HeldAsync(WebHost host)
    {
        var address = Identifier.Address(new() { Account = new(new("plain"), "main"), SenderId = "mika" });
        await host.Omni.Customers.ImportAsync("shop", Record("1", "mika", address));
        await host.Omni.Customers.ImportAsync("crm", Record("1", "mikka"));
        await host.Http.PostAsJsonAsync("/omni/agent/a/sign-in", new { displayName = "A" });
        await host.Http.PostAsJsonAsync("/omni/agent/b/sign-in", new { displayName = "B", capacity = 0 });
        using var hook = await host.PostAsync("""{"id":"1","from":"mika","kind":"text","text":"hello"}""");
        await host.Services.GetRequiredService<IOmniChannelAccounts>().WhenIdleAsync(CancellationToken.None);
        var offer = (await host.Http.GetFromJsonAsync<JsonElement>("/omni/agent/a/desk")).GetProperty("offers")[0];
        Assert.Equal(HttpStatusCode.OK, await PostAsync(host, $"/omni/agent/a/offers/{offer.GetProperty("id").GetString()}/accept"));
        return offer.GetProperty("conversation").GetProperty("id").GetString()!;
    }

    private static CustomerRecord Record(string id, string given, params Identifier[] identifiers) => new()
    {
        ExternalId = id,
        Name = new() { Given = given, Family = "kanzaki" },
        Identifiers = identifiers,
        Traits = new Dictionary<string, string> { ["birth-date"] = "1988-05-17", ["street"] = "17 alton road" },
    };

    private static string? Name(JsonElement review) => review.TryGetProperty("name", out var name) ? name.GetString() : null;

    private static CustomerId Id(JsonElement review, string name) => CustomerId.TryParse(review.GetProperty(name).GetString(), out var id) ? id : default;

    private static async Task<HttpStatusCode> PostAsync(WebHost host, string path)
    {
        using var response = await host.Http.PostAsJsonAsync(path, new { });
        return response.StatusCode;
    }

    private static TrainedMatcher Train()
    {
        string[] columns = ["given-name", "family-name", "birth-date", "street"];
        FieldKind[] kinds = [FieldKind.GivenName, FieldKind.FamilyName, FieldKind.Date, FieldKind.Street];
        var records = new RecordSet(columns);
        var random = new Random(7);
        for (var person = 0; person < 400; person++)
        {
            string[] values = [Word(2), Word(3), $"19{random.Next(40, 99)}-{random.Next(1, 13):D2}-{random.Next(1, 29):D2}", $"{random.Next(1, 99)} {Word(3)} road"];
            records.Add(values);
            if (person % 3 == 0)
            {
                records.Add([values[0] + "n", .. values[1..]]);
            }
        }

        var schema = new MatchSchema { Fields = [.. columns.Select((name, i) => new MatchField { Name = name, Kind = kinds[i], Columns = [name] })] };
        return TrainedMatcher.Of(schema, new RecordMatcher(schema).Match(records));

        string Word(int syllables) => string.Concat(Enumerable.Range(0, syllables).Select(_ => $"{"bdfgklmnprst"[random.Next(12)]}{"aeiou"[random.Next(5)]}"));
    }
}
