using System.Text;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.Features;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;

namespace OmniChannel.AspNetCore.Channels;

/// <summary>The wire form of server-sent events.</summary>
internal static class ServerSentEvents
{
    private static readonly string[] LineEnds = ["\r\n", "\n", "\r"];

    /// <summary>
    /// Begins a stream: the client learns at once that it is open. It ends when the client goes or the host stops, so that no open stream holds up a
    /// shutdown.
    /// </summary>
    public static async Task<CancellationTokenSource> BeginAsync(HttpContext context)
    {
        context.Features.Get<IHttpResponseBodyFeature>()?.DisableBuffering();
        context.Response.ContentType = "text/event-stream";
        context.Response.Headers.CacheControl = "no-store";
        context.Response.Headers["X-Accel-Buffering"] = "no";
        var stopping = context.RequestServices.GetService<IHostApplicationLifetime>()?.ApplicationStopping ?? CancellationToken.None;
        await WriteAsync(context, "", "", "");
        return CancellationTokenSource.CreateLinkedTokenSource(context.RequestAborted, stopping);
    }

    /// <summary>One event; without a name, a comment that keeps the connection.</summary>
    public static async Task WriteAsync(HttpContext context, string id, string name, string data)
    {
        data = data.AsSpan().ContainsAny('\r', '\n') ? string.Join("\ndata: ", data.Split(LineEnds, StringSplitOptions.None)) : data;
        var text = name.Length == 0 ? ": keep-alive\n\n" : id.Length == 0 ? $"event: {name}\ndata: {data}\n\n" : $"id: {id}\nevent: {name}\ndata: {data}\n\n";
        await context.Response.BodyWriter.WriteAsync(Encoding.UTF8.GetBytes(text), context.RequestAborted);
        await context.Response.BodyWriter.FlushAsync(context.RequestAborted);
    }
}
