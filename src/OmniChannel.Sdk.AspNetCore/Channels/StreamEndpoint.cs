using System.Text;
using System.Text.Json;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.Features;
using Microsoft.Extensions.DependencyInjection;
using OmniChannel.AspNetCore.Agents;
using OmniChannel.Channels;
using OmniChannel.Webhooks;

namespace OmniChannel.AspNetCore.Channels;

/// <summary>What a stream channel's client calls: sessions, the stream itself, messages, acks, and the channel's own files.</summary>
internal static class StreamEndpoint
{
    public static async Task RunAsync(HttpContext context, WebhookLimit limit, VisitorLimits visitors)
    {
        var accounts = context.RequestServices.GetRequiredService<IOmniChannelAccounts>();
        var path = context.Request.RouteValues["path"] as string ?? "";
        if (!ChannelEndpoints.TryAccount(context, out var account)
            || accounts.All.FirstOrDefault(p => p.Id == account && p.Streams) is not { } port
            || accounts.StreamsOf(account) is not { } streams)
        {
            context.Response.StatusCode = StatusCodes.Status404NotFound;
            return;
        }

        var isPost = HttpMethods.IsPost(context.Request.Method);
        if (!isPost && path != "stream")
        {
            await AssetAsync(context, port, path);
            return;
        }

        // What asks for a stream has nothing to say.
        if (await WebhookHttp.ReadAsync(context, path, isPost ? port.Capabilities.MaxWebhookBytes : 0, limit) is not { } request)
        {
            return;
        }

        try
        {
            await (path switch
            {
                "sessions" when isPost => SessionAsync(context, streams.Authenticate(account, request), visitors),
                "stream" when !isPost => StreamAsync(context, streams, account, request, visitors),
                "messages" or "acks" when isPost =>
                    ChannelEndpoints.LimitedAsync(context, limit, account, () => streams.ReceiveAsync(account, request, context.RequestAborted)),
                _ => WebhookHttp.WriteAsync(context, new() { StatusCode = StatusCodes.Status404NotFound }),
            });
        }
        finally
        {
            limit.Release(request.Body.Length);
        }
    }

    private static async Task SessionAsync(HttpContext context, StreamVerdict verdict, VisitorLimits visitors)
    {
        if (verdict.Visitor is not { } visitor)
        {
            context.Response.StatusCode = StatusCodes.Status401Unauthorized;
            return;
        }

        if (verdict.IsNew && visitors.Begin(context) is { Ticks: > 0 } wait)
        {
            await WebhookHttp.WriteAsync(context, new() { StatusCode = StatusCodes.Status429TooManyRequests, RetryAfter = wait });
            return;
        }

        context.Response.Headers.CacheControl = "no-store";
        context.Response.ContentType = "application/json; charset=utf-8";
        var session = new VisitorSession { Token = verdict.Token, Visitor = visitor.SenderId };
        await context.Response.WriteAsync(JsonSerializer.Serialize(session, AgentApiJson.Default.VisitorSession), context.RequestAborted);
    }

    private static async Task StreamAsync(HttpContext context, IVisitorStreams streams, ChannelAccountId account, WebhookRequest request, VisitorLimits visitors)
    {
        if (streams.Authenticate(account, request).Visitor is not { } visitor)
        {
            context.Response.StatusCode = StatusCodes.Status401Unauthorized;
            return;
        }

        if (visitors.Open(context, account, visitor) is { } wait)
        {
            await WebhookHttp.WriteAsync(context, new() { StatusCode = StatusCodes.Status429TooManyRequests, RetryAfter = wait });
            return;
        }

        try
        {
            await FramesAsync(context, streams, account, request, visitor);
        }
        finally
        {
            visitors.Close(context, account, visitor);
        }
    }

    private static async Task FramesAsync(HttpContext context, IVisitorStreams streams, ChannelAccountId account, WebhookRequest request, StreamVisitor visitor)
    {
        using var ended = await ServerSentEvents.BeginAsync(context);
        var last = request.Headers["Last-Event-ID"];
        last = last.Length > 0 ? last : request.Query["lastEventId"];
        try
        {
            await foreach (var frame in streams.ReadAsync(account, visitor, last, ended.Token))
            {
                await ServerSentEvents.WriteAsync(context, frame.Id, frame.Event, frame.Data);
            }
        }
        catch (OperationCanceledException) when (ended.IsCancellationRequested)
        {
        }
    }

    private static async Task AssetAsync(HttpContext context, ChannelPort port, string path)
    {
        if (port.Assets.FirstOrDefault(a => a.Path == path) is not { } asset)
        {
            context.Response.StatusCode = StatusCodes.Status404NotFound;
            return;
        }

        context.Response.ContentType = asset.ContentType;
        context.Response.Headers.CacheControl = "no-cache";
        await using var file = asset.Open();
        await file.CopyToAsync(context.Response.Body, context.RequestAborted);
    }
}
