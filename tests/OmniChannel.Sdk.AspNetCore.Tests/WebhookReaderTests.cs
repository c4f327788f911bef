using System.Security.Claims;
using Microsoft.AspNetCore.Http;
using OmniChannel.AspNetCore.Channels;

namespace OmniChannel.AspNetCore.Tests;

public sealed class WebhookReaderTests
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
        var context = Context("inner:5000");
        context.Request.PathBase = pathBase;

        var request = await Reader(publicBase).ReadAsync(context, "", 100);

        Assert.Equal(expected, request!.Url.ToString());
    }

    [Theory]
    [InlineData("")]
    [InlineData("a:99999")]
    public async Task Read_NoHostThatCouldBeOne_IsABadRequest(string hostName)
    {
        var context = Context(hostName);

        Assert.Null(await Reader(null).ReadAsync(context, "", 100));
        Assert.Equal(400, context.Response.StatusCode);
    }

    [Theory]
    [InlineData(null, false)]
    [InlineData("", false)]
    [InlineData("cookie", true)]
    public async Task Read_AUser_IsThereOnlyWhenTheHostKnowsWhoItIs(string? scheme, bool expected)
    {
        var context = Context("inner:5000");
        if (scheme is not null)
        {
            context.User = new(new ClaimsIdentity([new("name", "u")], scheme));
        }

        var request = await Reader(null).ReadAsync(context, "", 100);

        Assert.Equal(expected, request!.User is not null);
    }

    private static WebhookReader Reader(string? publicBase) => new(TimeProvider.System, publicBase is null ? null : new(publicBase), new(1, 1000));

    private static DefaultHttpContext Context(string hostName)
    {
        var context = new DefaultHttpContext();
        context.Request.Method = "POST";
        context.Request.Scheme = "http";
        context.Request.Headers.Host = hostName;
        context.Request.Path = "/omni/channels/sms/main";
        context.Request.QueryString = new("?a=1");
        return context;
    }
}
