using System.Net;
using System.Net.Http.Json;
using System.Text.Json;
using Microsoft.Extensions.DependencyInjection;

namespace OmniChannel.AspNetCore.Tests;

public sealed class AgentApiTests
{
    private const string Good = """{"id":"1","from":"ann","kind":"text","text":"hello"}""";

    [Theory]
    [InlineData("GET", "/omni/agent/a/desk")]
    [InlineData("GET", "/omni/agent/a/desk/stream")]
    [InlineData("GET", "/omni/agent/a/queues")]
    [InlineData("POST", "/omni/agent/a/sign-in")]
    [InlineData("POST", "/omni/agent/a/presence")]
    [InlineData("POST", "/omni/agent/a/pull")]
    [InlineData("POST", "/omni/agent/a/conversations/cnv_0000000000001/claim")]
    [InlineData("POST", "/omni/agent/a/offers/ofr_0000000000001/accept")]
    [InlineData("POST", "/omni/agent/a/offers/ofr_0000000000001/decline")]
    [InlineData("POST", "/omni/agent/a/conversations/cnv_0000000000001/reply")]
    [InlineData("POST", "/omni/agent/a/conversations/cnv_0000000000001/note")]
    [InlineData("POST", "/omni/agent/a/conversations/cnv_0000000000001/transfer")]
    [InlineData("POST", "/omni/agent/a/conversations/cnv_0000000000001/escalate")]
    [InlineData("POST", "/omni/agent/a/conversations/cnv_0000000000001/release")]
    [InlineData("POST", "/omni/agent/a/conversations/cnv_0000000000001/close")]
    [InlineData("POST", "/omni/agent/a/messages/msg_0000000000001/resolve")]
    public async Task AgentApi_OutsideDevelopment_DeniesUntilTheHostDecides(string method, string path)
    {
        await using var host = await WebHost.StartAsync("Production");
        using var request = new HttpRequestMessage(new(method), path) { Content = method == "POST" ? JsonContent.Create(new { }) : null };
        using var response = await host.Http.SendAsync(request, HttpCompletionOption.ResponseHeadersRead);
        Assert.Equal(HttpStatusCode.Forbidden, response.StatusCode);
    }

    [Theory]
    [InlineData(null)]
    [InlineData("text/plain")]
    [InlineData("application/x-www-form-urlencoded")]
    public async Task AgentApi_PostThatAnyPageCouldSend_IsRefused(string? type)
    {
        await using var host = await WebHost.StartAsync();
        await PostAsync(host, "a/sign-in", new { displayName = "A" });
        using var request = new HttpRequestMessage(HttpMethod.Post, "/omni/agent/a/sign-in");
        if (type is not null)
        {
            request.Content = new ByteArrayContent([]) { Headers = { ContentType = new(type) } };
        }

        using var response = await host.Http.SendAsync(request);

        Assert.Equal(HttpStatusCode.UnsupportedMediaType, response.StatusCode);
        var desk = await host.Http.GetFromJsonAsync<JsonElement>("/omni/agent/a/desk");
        Assert.Equal("A", desk.GetProperty("agent").GetProperty("name").GetString());
    }

    [Fact]
    public async Task AgentApi_WithARule_AllowsOnlyWhomItNames()
    {
        await using var host = await WebHost.StartAsync("Production", http: o => o.AuthorizeAgent = (_, agent) => ValueTask.FromResult(agent.Value == "a"));
        using var allowed = await host.Http.GetAsync("/omni/agent/a/desk");
        using var denied = await host.Http.GetAsync("/omni/agent/b/desk");
        Assert.Equal((HttpStatusCode.OK, HttpStatusCode.Forbidden), (allowed.StatusCode, denied.StatusCode));
    }

    [Fact]
    public async Task AgentApi_TwoAcceptOneOffer_ExactlyOneWins()
    {
        await using var host = await WebHost.StartAsync();
        await PostAsync(host, "a/sign-in", new { displayName = "A", skills = new object[] { new { skill = "ja" }, new { skill = "en", level = 3 } } });
        using var hook = await host.PostAsync(Good);
        var desk = await host.Http.GetFromJsonAsync<JsonElement>("/omni/agent/a/desk");
        Assert.Equal(["ja", "en 3"], desk.GetProperty("agent").GetProperty("skills").EnumerateArray().Select(s => s.GetString()));
        var offer = desk.GetProperty("offers")[0].GetProperty("id").GetString();
        var answers = await Task.WhenAll(Enumerable.Range(0, 8).Select(_ => PostAsync(host, $"a/offers/{offer}/accept", new { })));
        Assert.Equal(1, answers.Count(a => a == HttpStatusCode.OK));
        Assert.Equal(7, answers.Count(a => a == HttpStatusCode.Conflict));
    }

    [Fact]
    public async Task D16_AnybodyAuthorised_PullsAndClaimsWithinTheProfileThatTheHostDecides()
    {
        await using var host = await WebHost.StartAsync("Production", http: o =>
        {
            o.AuthorizeAgent = (_, agent) => ValueTask.FromResult(agent.Value is "ceo" or "cfo");
            o.DecideProfile = (_, asked) => ValueTask.FromResult(asked.Id.Value == "cfo" ? asked with { OnlyTakes = true, TakesFrom = [] } : asked);
        });
        Assert.Equal(HttpStatusCode.OK, await PostAsync(host, "ceo/sign-in", new { displayName = "CEO", capacity = 1, onlyTakes = true, takesFrom = (string[])["general"] }));
        Assert.Equal(HttpStatusCode.OK, await PostAsync(host, "cfo/sign-in", new { displayName = "CFO", takesFrom = (string[])["general"] }));
        using var hook = await host.PostAsync(Good);
        using var second = await host.PostAsync("""{"id":"2","from":"bob","kind":"text","text":"hello"}""");

        Assert.Equal(HttpStatusCode.Forbidden, await PostAsync(host, "visitor/pull", new { }));
        Assert.Equal(HttpStatusCode.Conflict, await PostAsync(host, "cfo/pull", new { }));
        var desk = await host.Http.GetFromJsonAsync<JsonElement>("/omni/agent/ceo/desk");
        Assert.Equal((0, 2), (desk.GetProperty("offers").GetArrayLength(), desk.GetProperty("floor").GetProperty("waiting").GetInt32()));
        using var pulled = await host.Http.PostAsJsonAsync("/omni/agent/ceo/pull", new { });
        var conversation = (await pulled.Content.ReadFromJsonAsync<JsonElement>()).GetProperty("conversation").GetString();
        Assert.Equal((HttpStatusCode.OK, true), (pulled.StatusCode, conversation is not null));
        Assert.Equal(HttpStatusCode.Conflict, await PostAsync(host, "ceo/pull", new { }));
        Assert.Equal(HttpStatusCode.OK, await PostAsync(host, $"ceo/conversations/{conversation}/release", new { }));
        Assert.Equal(HttpStatusCode.Conflict, await PostAsync(host, $"cfo/conversations/{conversation}/claim", new { }));
        Assert.Equal(HttpStatusCode.OK, await PostAsync(host, $"ceo/conversations/{conversation}/claim", new { }));
        Assert.Equal(HttpStatusCode.Conflict, await PostAsync(host, $"ceo/conversations/{conversation}/claim", new { }));
    }

    [Fact]
    public async Task SignIn_WithShiftChannelsAndRelief_IsWhatRoutingGoesBy()
    {
        await using var host = await WebHost.StartAsync();
        Assert.Equal(HttpStatusCode.OK, await PostAsync(host, "a/sign-in", new { displayName = "A", channels = (string[])["call"] }));
        using var hook = await host.PostAsync(Good);
        Assert.Equal(0, await OffersAsync());
        Assert.Equal(HttpStatusCode.OK, await PostAsync(host, "a/sign-in", new { displayName = "A", shiftEnd = "2001-01-01T00:00:00Z" }));
        Assert.Equal(0, await OffersAsync());
        Assert.Equal(HttpStatusCode.OK, await PostAsync(host, "a/sign-in", new { displayName = "A", shiftEnd = "2999-01-01T00:00:00+09:00", reliefAfter = 2, reliefSeconds = 60.5 }));
        Assert.Equal(1, await OffersAsync());

        async Task<int> OffersAsync() => (await host.Http.GetFromJsonAsync<JsonElement>("/omni/agent/a/desk")).GetProperty("offers").GetArrayLength();
    }

    [Theory]
    [InlineData("a/conversations/nonsense/reply", """{"text":"x"}""", HttpStatusCode.Conflict)]
    [InlineData("a/conversations/cnv_0000000000001/note", """{"text":""}""", HttpStatusCode.BadRequest)]
    [InlineData("a/conversations/cnv_0000000000001/reply", """{"text":" "}""", HttpStatusCode.BadRequest)]
    [InlineData("a/conversations/cnv_0000000000001/reply", """{"text":null}""", HttpStatusCode.BadRequest)]
    [InlineData("a/conversations/cnv_0000000000001/reply", "{", HttpStatusCode.BadRequest)]
    [InlineData("a/conversations/cnv_0000000000001/reply", "{}", HttpStatusCode.BadRequest)]
    [InlineData("a/presence", """{"presence":"asleep"}""", HttpStatusCode.BadRequest)]
    [InlineData("a/offers/nonsense/accept", "{}", HttpStatusCode.Conflict)]
    [InlineData("a/messages/msg_0000000000001/resolve", """{"sendAgain":true}""", HttpStatusCode.Conflict)]
    [InlineData("a/sign-in", "{\"skills\":null}", HttpStatusCode.BadRequest)]
    [InlineData("a/sign-in", "{\"skills\":[null]}", HttpStatusCode.BadRequest)]
    [InlineData("a/sign-in", "{\"skills\":[{\"skill\":null}]}", HttpStatusCode.BadRequest)]
    [InlineData("a/sign-in", "{\"phone\":\"0312345678\"}", HttpStatusCode.BadRequest)]
    [InlineData("a/sign-in", "{\"phone\":\"tel:0312345678\"}", HttpStatusCode.BadRequest)]
    [InlineData("a/sign-in", "{\"phone\":\"javascript:alert(1)\"}", HttpStatusCode.BadRequest)]
    [InlineData("a/sign-in", "{\"phone\":\"tel:+81312345678\"}", HttpStatusCode.OK)]
    public async Task AgentApi_BadInput_IsAClearRefusal(string path, string body, HttpStatusCode expected)
    {
        await using var host = await WebHost.StartAsync();
        using var content = new StringContent(body, System.Text.Encoding.UTF8, "application/json");
        using var response = await host.Http.PostAsync("/omni/agent/" + path, content);
        Assert.Equal(expected, response.StatusCode);
    }

    [Theory]
    [InlineData("text/plain")]
    [InlineData("application/x-www-form-urlencoded")]
    public async Task AgentApi_WhatAPageOfAnotherOriginCanPost_IsRefused(string type)
    {
        await using var host = await WebHost.StartAsync();
        using var content = new StringContent("{}", System.Text.Encoding.UTF8, type);
        using var response = await host.Http.PostAsync("/omni/agent/a/sign-in", content);
        Assert.Equal(HttpStatusCode.UnsupportedMediaType, response.StatusCode);
    }

    [Fact]
    public async Task SignIn_WhereTheHostDecides_TheRequestsWordDoesNotCount()
    {
        await using var host = await WebHost.StartAsync(http: o => o.DecideProfile = (_, asked) => ValueTask.FromResult(asked with { DisplayName = "Ann", Capacity = 1, Phone = null }));
        await PostAsync(host, "a/sign-in", new { displayName = "Root", capacity = 99, phone = "tel:+9009999999" });
        var me = (await host.Http.GetFromJsonAsync<JsonElement>("/omni/agent/a/desk")).GetProperty("agent");
        Assert.Equal(("Ann", 1), (me.GetProperty("name").GetString(), me.GetProperty("capacity").GetInt32()));
    }

    [Fact]
    public async Task OpenApi_DescribesTheAgentApi()
    {
        await using var host = await WebHost.StartAsync();
        var document = await host.Http.GetStringAsync("/omni/openapi/omni.json");
        Assert.Contains("/omni/agent/{agent}/conversations/{conversation}/reply", document, StringComparison.Ordinal);
        Assert.Contains("openQuestion", document, StringComparison.Ordinal);
        Assert.DoesNotContain("/omni/channels", document, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Everything_WhileTheEngineCouldNotStart_Is503()
    {
        var store = new BrokenStore();
        await using var host = await WebHost.StartAsync(store: store);
        store.Break();
        var accounts = host.Services.GetRequiredService<IOmniChannelAccounts>();
        using var limit = new CancellationTokenSource(TestTimeouts.Default);
        while (accounts.Status().Failure is null)
        {
            limit.Token.ThrowIfCancellationRequested();
            await Task.Yield();
        }

        foreach (var path in (string[])["desk", "desk/stream", "queues"])
        {
            using var read = await host.Http.GetAsync("/omni/agent/a/" + path, HttpCompletionOption.ResponseHeadersRead);
            Assert.Equal((HttpStatusCode.ServiceUnavailable, path), (read.StatusCode, path));
        }

        Assert.Equal(HttpStatusCode.ServiceUnavailable, await PostAsync(host, "a/presence", new { presence = "away" }));
        using var webhook = await host.PostAsync("""{"id":"1","from":"ann","text":"hello"}""");
        Assert.Equal(HttpStatusCode.ServiceUnavailable, webhook.StatusCode);
        using var ready = await host.Http.GetAsync("/omni/health/ready");
        Assert.Equal(HttpStatusCode.ServiceUnavailable, ready.StatusCode);
    }

    [Fact]
    public async Task Health_AfterStart_IsReady()
    {
        await using var host = await WebHost.StartAsync();
        Assert.Equal("Healthy", await host.Http.GetStringAsync("/omni/health/ready"));
        Assert.Equal("Healthy", await host.Http.GetStringAsync("/omni/health/live"));
    }

    private static async Task<HttpStatusCode> PostAsync(WebHost host, string path, object body)
    {
        using var response = await host.Http.PostAsJsonAsync("/omni/agent/" + path, body);
        return response.StatusCode;
    }
}
