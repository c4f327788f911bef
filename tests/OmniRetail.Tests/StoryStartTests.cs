using System.Net;
using System.Text.Json;

namespace OmniChannel.OmniRetail;

/// <summary>Beginning the story: whatever was left behind, and whoever else is at it.</summary>
public sealed class StoryStartTests(ShopFixture fixture) : IClassFixture<ShopFixture>, IDisposable
{
    private const string Phones = "/omni/dev/events";
    private const string Aoki = "/omni/agent/agent-a/desk/stream?lang=en";
    private readonly StoryHttp _story = new(fixture.Shop.Url);

    public void Dispose() => _story.Dispose();

    [Fact]
    public async Task Start_WhateverWasLeftBehind_FindsTheDesksEmpty()
    {
        var (page, told) = await _story.OpenAsync(take: true);
        using var open = page;
        foreach (var leftAt in (string[])["declined", "offered", "ringing", "talking"])
        {
            var number = (await _story.ShopperAsync(told)).GetProperty("phone").GetString()!;
            await ComeToAsync(number, leftAt);
            using var begun = await _story.StartAsync(told);
            Assert.Equal(HttpStatusCode.OK, begun.StatusCode);

            foreach (var agent in (string[])["agent-a", "agent-b"])
            {
                var desk = await _story.GetAsync($"/omni/agent/{agent}/desk?lang=en");
                Assert.True(Of(desk, "offers").Length + Of(desk, "conversations").Length == 0, $"left at '{leftAt}', {agent} has work: {desk}");
                Assert.Equal(0, desk.GetProperty("floor").GetProperty("waiting").GetInt32());
            }

            await _story.WaitAsync(Phones, state => Of(state, "calls").All(call => call.TryGetProperty("endedAt", out var end) && end.ValueKind != JsonValueKind.Null));
        }
    }

    [Fact]
    public async Task Stage_OpenInAnotherBrowser_SaysSoAndLeavesThatOneAlone()
    {
        var (page, told) = await _story.OpenAsync(take: true);
        using var open = page;
        var (other, answer) = await _story.OpenAsync();
        other.Dispose();
        Assert.Equal("busy", answer);
        using var begun = await _story.StartAsync(told);
        Assert.Equal(HttpStatusCode.OK, begun.StatusCode);
        using var without = await _story.StartAsync("yours 0");
        Assert.Equal(HttpStatusCode.Conflict, without.StatusCode);
    }

    [Fact]
    public async Task Stage_TakenOver_TellsTheFirstPageAndBeginsForTheSecondOnly()
    {
        var (page, told) = await _story.OpenAsync(take: true);
        using var first = page;
        var (taker, taken) = await _story.OpenAsync(take: true);
        using var second = taker;
        Assert.Equal("taken", await StoryHttp.ToldAsync(first));
        using var refused = await _story.StartAsync(told);
        Assert.Equal(HttpStatusCode.Conflict, refused.StatusCode);
        using var begun = await _story.StartAsync(taken);
        Assert.Equal(HttpStatusCode.OK, begun.StatusCode);
    }

    [Fact]
    public async Task Stage_OfABrowserThatIsGone_IsFree()
    {
        var (page, _) = await _story.OpenAsync(take: true);
        page.Abort();
        page.Dispose();
        for (var tries = 0; ; tries++)
        {
            var (next, told) = await _story.OpenAsync();
            next.Dispose();
            if (told.StartsWith("yours", StringComparison.Ordinal))
            {
                return;
            }

            Assert.True(tries < 1000, "The stage is held by nobody.");
        }
    }

    private static JsonElement[] Of(JsonElement view, string name) => [.. view.GetProperty(name).EnumerateArray()];

    /// <summary>A shopper who texts until an agent is wanted, and perhaps rings then.</summary>
    private async Task ComeToAsync(string number, string point)
    {
        foreach (var (text, replies) in new[] { ("Hello", 1), ("2", 2), ("Aero Trail", 3) })
        {
            await _story.PostAsync("/omni/dev/sms", new { from = number, text });
            await _story.WaitAsync(Phones, state => Of(state, "messages").Count(m => m.GetProperty("fromApplication").GetBoolean() && m.GetProperty("to").GetString() == number) >= replies);
        }

        var offer = await OfferAsync(isCall: false);
        if (point == "declined")
        {
            await _story.PostAsync($"/omni/agent/agent-a/offers/{offer}/decline", new { });
        }

        if (point is not ("ringing" or "talking"))
        {
            return;
        }

        await _story.PostAsync($"/omni/agent/agent-a/offers/{offer}/accept", new { });
        await _story.PostAsync("/omni/dev/calls", new { from = number });
        var call = await OfferAsync(isCall: true);
        if (point == "talking")
        {
            await _story.PostAsync($"/omni/agent/agent-a/offers/{call}/accept", new { });
            await _story.WaitAsync(Phones, state => Of(state, "calls").Any(c => c.GetProperty("from").GetString() == number && c.GetProperty("phase").GetString() == "talking"));
        }
    }

    private async Task<string> OfferAsync(bool isCall)
    {
        var desk = await _story.WaitAsync(Aoki, view => Of(view, "offers").Any(o => o.GetProperty("isCall").GetBoolean() == isCall));
        return Of(desk, "offers").First(o => o.GetProperty("isCall").GetBoolean() == isCall).GetProperty("id").GetString()!;
    }
}
