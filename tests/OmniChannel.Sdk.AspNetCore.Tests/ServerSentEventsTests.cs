using System.Text;
using Microsoft.AspNetCore.Http;
using OmniChannel.AspNetCore.Channels;

namespace OmniChannel.AspNetCore.Tests;

/// <summary>What is said in an event stays in its data, whatever lines it has (WHATWG HTML, "Server-sent events", 9.2.6).</summary>
public sealed class ServerSentEventsTests
{
    [Theory]
    [InlineData("{}", "id: 1\nevent: entry\ndata: {}\n\n")]
    [InlineData("hello\n\nevent: forged\ndata: {}", "id: 1\nevent: entry\ndata: hello\ndata: \ndata: event: forged\ndata: data: {}\n\n")]
    [InlineData("a\rb\r\nc\u2028d", "id: 1\nevent: entry\ndata: a\ndata: b\ndata: c\u2028d\n\n")]
    public async Task Data_OfSeveralLines_IsOneEvent(string data, string expected)
    {
        var context = new DefaultHttpContext();
        using var body = new MemoryStream();
        context.Response.Body = body;

        await ServerSentEvents.WriteAsync(context, "1", "entry", data);

        Assert.Equal(expected, Encoding.UTF8.GetString(body.ToArray()));
    }
}
