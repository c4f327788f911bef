using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;
using OmniChannel.AspNetCore.Channels;
using OmniChannel.Hosting;

namespace OmniChannel.AspNetCore.Tests;

public sealed class WebhookHttpTests
{
    [Theory]
    [InlineData(null, "", "http://inner:5000/omni/channels/sms/main?a=1")]
    [InlineData(null, "/shop", "http://inner:5000/shop/omni/channels/sms/main?a=1")]
    [InlineData("https://shop.example", "", "https://shop.example/omni/channels/sms/main?a=1")]
    [InlineData("https://shop.example", "/shop", "https://shop.example/shop/omni/channels/sms/main?a=1")]
    [InlineData("https://example.com/shop", "", "https://example.com/shop/omni/channels/sms/main?a=1")]
    [InlineData("https://example.com/shop/", "/shop", "https://example.com/shop/omni/channels/sms/main?a=1")]
    [InlineData("https://example.com/a/shop", "/shop", "https://example.com/a/shop/omni/channels/sms/main?a=1")]
    public async Task Read_BelowAPath_HasTheAddressThatTheProviderKnows(string? publicBase, string pathBase, string expected)
    {
        var context = Context(publicBase, "inner:5000");
        context.Request.PathBase = pathBase;

        var request = await WebhookHttp.ReadAsync(context, "", 100, new WebhookLimit(1, 1_000_000));

        Assert.Equal(expected, request!.Url.ToString());
    }

    [Theory]
    [InlineData("")]
    [InlineData("a:99999")]
    public async Task Read_NoHostThatCouldBeOne_IsABadRequest(string hostName)
    {
        var context = Context(null, hostName);

        Assert.Null(await WebhookHttp.ReadAsync(context, "", 100, new WebhookLimit(1, 1_000_000)));
        Assert.Equal(400, context.Response.StatusCode);
    }

    private static DefaultHttpContext Context(string? publicBase, string hostName)
    {
        var services = new ServiceCollection();
        services.AddSingleton(TimeProvider.System);
        services.AddSingleton(Options.Create(new OmniChannelOptions { PublicBaseUrl = publicBase is null ? null : new(publicBase) }));
        var context = new DefaultHttpContext { RequestServices = services.BuildServiceProvider() };
        context.Request.Method = "POST";
        context.Request.Scheme = "http";
        context.Request.Headers.Host = hostName;
        context.Request.Path = "/omni/channels/sms/main";
        context.Request.QueryString = new("?a=1");
        return context;
    }
}
