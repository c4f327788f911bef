using System.Net;
using System.Text.Json;

namespace OmniChannel.Endpoints;

public sealed class EndpointTests
{
    [Fact]
    public async Task Map_OutsideDevelopment_SaysWhy()
    {
        var e = await Assert.ThrowsAsync<InvalidOperationException>(() => Shop.StartAsync(environment: "Production"));
        Assert.Contains("Development only", e.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Map_OutsideDevelopmentWhenAllowed_Works()
    {
        await using var shop = await Shop.StartAsync(o => o.AllowOutsideDevelopment = true, environment: "Staging");
        Assert.Equal(HttpStatusCode.OK, (await shop.Http.GetAsync(new Uri(shop.Url, "/omni/dev/state"))).StatusCode);
    }

    [Fact]
    public async Task Ports_OutsideDevelopment_StayClosed()
    {
        await using var shop = await Shop.StartAsync(environment: "Production", map: false);
        await Assert.ThrowsAsync<HttpRequestException>(() => shop.Http.GetAsync(shop.Emulator.ApiUrl));
    }

    [Fact]
    public async Task Sms_ByTheControlApi_IsSent()
    {
        await using var shop = await Shop.StartAsync();
        var answer = await shop.PostAsync("/omni/dev/sms", $$"""{"from":"{{Shop.Customer}}","text":"Hello"}""");
        using var json = JsonDocument.Parse(await answer.Content.ReadAsStringAsync());
        Assert.Equal(shop.Emulator.Snapshot.Messages[0].Sid, json.RootElement.GetProperty("id").GetString());
    }

    [Theory]
    [InlineData("/omni/dev/sms", """{"from":"123","text":"Hello"}""", 400)]
    [InlineData("/omni/dev/sms", "{", 400)]
    [InlineData("/omni/dev/switches", """{"sms":"sometimes"}""", 400)]
    [InlineData("/omni/dev/calls/CA1/hangup", "{}", 404)]
    [InlineData("/omni/dev/mails/M1/reply", """{"text":"Hi"}""", 409)]
    public async Task BadRequest_IsAnsweredWithWhatIsWrong(string path, string body, int status)
    {
        await using var shop = await Shop.StartAsync();
        var answer = await shop.PostAsync(path, body);
        using var json = JsonDocument.Parse(await answer.Content.ReadAsStringAsync());
        Assert.Equal(status, (int)answer.StatusCode);
        Assert.NotEmpty(json.RootElement.GetProperty("error").GetString()!);
    }

    [Fact]
    public async Task Form_OfAnotherPage_IsRefused()
    {
        await using var shop = await Shop.StartAsync();
        var answer = await shop.Http.PostAsync(new Uri(shop.Url, "/omni/dev/reset"), new StringContent("{}"));
        Assert.Equal(HttpStatusCode.UnsupportedMediaType, answer.StatusCode);
    }

    [Fact]
    public async Task Switches_AreChangedOneByOneAndReset()
    {
        await using var shop = await Shop.StartAsync();
        await shop.PostAsync("/omni/dev/switches", """{"sms":"slow"}""");
        await shop.PostAsync("/omni/dev/switches", """{"duplicates":true}""");
        Assert.Equal(new() { Sms = EmulatedOutage.Slow, Duplicates = true }, shop.Emulator.Switches);
        await shop.PostAsync("/omni/dev/reset", "{}");
        Assert.Equal(new(), shop.Emulator.Switches);
    }

    [Fact]
    public async Task Events_AreWholeStatesWithGrowingVersions()
    {
        await using var shop = await Shop.StartAsync();
        using var answer = await shop.Http.GetAsync(new Uri(shop.Url, "/omni/dev/events"), HttpCompletionOption.ResponseHeadersRead);
        using var reader = new StreamReader(await answer.Content.ReadAsStreamAsync());
        Assert.Equal("text/event-stream", answer.Content.Headers.ContentType!.MediaType);
        var first = await StateAsync(reader);
        await shop.Emulator.SendSmsAsync(Shop.Customer, "Hello");
        var second = await StateAsync(reader);
        Assert.True(second.GetProperty("version").GetInt64() > first.GetProperty("version").GetInt64());
        Assert.Equal("none", second.GetProperty("switches").GetProperty("sms").GetString());
        Assert.Equal("Hello", second.GetProperty("messages")[0].GetProperty("text").GetString());
        Assert.Equal(Shop.Number, second.GetProperty("numbers")[0].GetString());
    }

    [Theory]
    [InlineData("omni-emulator.js")]
    [InlineData("omni-phone.js")]
    [InlineData("omni-mailbox.js")]
    public async Task Module_IsServedAndSmall(string file)
    {
        await using var shop = await Shop.StartAsync();
        using var answer = await shop.Http.GetAsync(new Uri(shop.Url, "/omni/dev/" + file));
        Assert.Equal("text/javascript", answer.Content.Headers.ContentType!.MediaType);
        Assert.InRange((await answer.Content.ReadAsByteArrayAsync()).Length, 1000, 20 * 1024);
    }

    private static async Task<JsonElement> StateAsync(StreamReader reader)
    {
        while (await reader.ReadLineAsync().WaitAsync(TestTimeouts.Default) is { } line)
        {
            if (line.StartsWith("data: ", StringComparison.Ordinal))
            {
                return JsonDocument.Parse(line[6..]).RootElement;
            }
        }

        throw new EndOfStreamException();
    }
}
