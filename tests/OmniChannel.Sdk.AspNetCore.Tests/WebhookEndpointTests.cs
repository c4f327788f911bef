using System.Net;
using System.Text;
using OmniChannel.Hosting;

namespace OmniChannel.AspNetCore.Tests;

public sealed class WebhookEndpointTests
{
    private const string Good = """{"id":"1","from":"ann","kind":"text","text":"hello"}""";

    [Fact]
    public async Task Webhook_Signed_IsAnsweredAfterTheCommit()
    {
        await using var host = await WebHost.StartAsync();
        using var response = await host.PostAsync(Good);
        Assert.Equal(HttpStatusCode.OK, response.StatusCode);
        Assert.Equal(1, await host.MessagesAsync());
    }

    [Fact]
    public async Task Webhook_Twice_CountsOnce()
    {
        await using var host = await WebHost.StartAsync();
        for (var i = 0; i < 3; i++)
        {
            using var response = await host.PostAsync(Good);
            Assert.Equal(HttpStatusCode.OK, response.StatusCode);
        }

        Assert.Equal(1, await host.MessagesAsync());
    }

    [Theory]
    [InlineData("")]
    [InlineData("00")]
    [InlineData("not hexadecimal")]
    [InlineData("c0ffeec0ffeec0ffeec0ffeec0ffeec0ffeec0ffeec0ffeec0ffeec0ffeec0ff")]
    public async Task Webhook_Forged_IsRefusedAndNothingStored(string signature)
    {
        await using var host = await WebHost.StartAsync();
        using var response = await host.PostAsync(Good, signature);
        Assert.Equal(HttpStatusCode.Unauthorized, response.StatusCode);
        Assert.Equal(0, await host.MessagesAsync());
    }

    [Theory]
    [InlineData("")]
    [InlineData("{")]
    [InlineData("nonsense")]
    public async Task Webhook_Malformed_Is400(string body)
    {
        await using var host = await WebHost.StartAsync();
        using var response = await host.PostAsync(body);
        Assert.Equal(HttpStatusCode.BadRequest, response.StatusCode);
    }

    [Fact]
    public async Task Webhook_DeepJson_Is400()
    {
        await using var host = await WebHost.StartAsync();
        using var response = await host.PostAsync(new string('[', 500) + new string(']', 500));
        Assert.Equal(HttpStatusCode.BadRequest, response.StatusCode);
    }

    [Fact]
    public async Task Webhook_Oversized_Is413()
    {
        await using var host = await WebHost.StartAsync();
        using var response = await host.PostAsync($$"""{"id":"1","from":"ann","kind":"text","text":"{{new string('x', 3000)}}"}""");
        Assert.Equal(HttpStatusCode.RequestEntityTooLarge, response.StatusCode);
        Assert.Equal(0, await host.MessagesAsync());
    }

    [Theory]
    [InlineData("/omni/channels/plain/other")]
    [InlineData("/omni/channels/none/main")]
    [InlineData("/omni/channels/UPPER/main")]
    [InlineData("/omni/channels/plain/main/messages")]
    public async Task Webhook_UnknownAccount_Is404(string path)
    {
        await using var host = await WebHost.StartAsync();
        using var response = await host.PostAsync(Good, path: path);
        Assert.Equal(HttpStatusCode.NotFound, response.StatusCode);
    }

    [Fact]
    public async Task Webhook_UnknownContent_IsKeptAsNative()
    {
        await using var host = await WebHost.StartAsync();
        using var response = await host.PostAsync("""{"id":"2","from":"ann","kind":"sticker"}""");
        Assert.Equal(HttpStatusCode.OK, response.StatusCode);
        Assert.Equal(1, await host.MessagesAsync());
        Assert.Contains("sticker", Encoding.UTF8.GetString((await host.JournalAsync())[^1].Payload.Span), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("""{"id":"3","from":"ann","kind":"brand-new"}""", "brand-new")]
    [InlineData("""{"shape":"nobody expected"}""", "nobody expected")]
    [InlineData("""["neither", "an", "object"]""", "neither")]
    public async Task Webhook_UnknownEvent_IsKeptAndAnswered(string body, string part)
    {
        await using var host = await WebHost.StartAsync();
        var before = (await host.JournalAsync()).Count;
        using var response = await host.PostAsync(body);
        Assert.Equal(HttpStatusCode.OK, response.StatusCode);
        var kept = Assert.Single((await host.JournalAsync()).Skip(before));
        Assert.Contains(part, Encoding.UTF8.GetString(kept.Payload.Span), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Start_WithoutASecretOutsideDevelopment_NamesTheSetting()
    {
        var failure = await Assert.ThrowsAsync<OmniChannelSetupException>(() => WebHost.StartAsync("Production", ""));
        Assert.Contains("plain account 'main'", failure.Message, StringComparison.Ordinal);
        Assert.Contains("OmniChannel:Channels:plain:main:Key", failure.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Start_WithoutASecretInDevelopment_TurnsTheAccountOff()
    {
        await using var host = await WebHost.StartAsync("Development", "");
        using var response = await host.PostAsync(Good);
        Assert.Equal(HttpStatusCode.NotFound, response.StatusCode);
    }
}
