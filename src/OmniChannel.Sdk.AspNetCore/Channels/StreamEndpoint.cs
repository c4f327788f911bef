using System.Text;
using System.Text.Json;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.Features;
using OmniChannel.AspNetCore.Agents;
using OmniChannel.Channels;
using OmniChannel.Webhooks;

namespace OmniChannel.AspNetCore.Channels;

/// <summary>What a stream channel's client calls: sessions, the stream itself, messages, acks, and the channel's own files.</summary>
internal sealed class StreamEndpoint(ChannelTargets targets, WebhookReader reader, WebhookLimit limit, VisitorLimits visitors, TimeProvider time)
{
    public async Task RunAsync(HttpContext context)
    {
        if (targets.Find(context) is not { Port: { Streams: true } port, Streams: { } streams } target)
        {
            context.Response.StatusCode = StatusCodes.Status404NotFound;
            return;
        }

        var path = context.Request.RouteValues["path"] as string ?? "";
        var isPost = HttpMethods.IsPost(context.Request.Method);
        if (!isPost && path != "stream")
        {
            await AssetAsync(context, port, path);
            return;
        }

        // What asks for a stream has nothing to say.
        if (await reader.ReadAsync(context, path, isPost ? port.Capabilities.MaxWebhookBytes : 0) is not { } request)
        {
            return;
        }

        try
        {
            await (path switch
            {
                "sessions" when isPost => SessionAsync(context, streams.Authenticate(target.Account, request)),
                "stream" when !isPost => StreamAsync(context, streams, target.Account, request),
                "messages" or "acks" when isPost => PostAsync(context, streams, target, request),
                _ => WebhookHttp.WriteAsync(context, new() { StatusCode = StatusCodes.Status404NotFound }),
            });
        }
        finally
        {
            limit.Release(request.Body.Length);
        }
    }

    private async Task PostAsync(HttpContext context, IVisitorStreams streams, ChannelTarget target, WebhookRequest request)
    {
        if (!limit.TryEnter(target.UnderWay))
        {
            await WebhookHttp.BusyAsync(context);
            return;
        }

        try
        {
            await WebhookHttp.WriteAsync(context, await streams.ReceiveAsync(target.Account, request, context.RequestAborted));
        }
        finally
        {
            target.UnderWay.Leave();
        }
    }

    private async Task SessionAsync(HttpContext context, StreamVerdict verdict)
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

    private async Task StreamAsync(HttpContext context, IVisitorStreams streams, ChannelAccountId account, WebhookRequest request)
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

    private async Task FramesAsync(HttpContext context, IVisitorStreams streams, ChannelAccountId account, WebhookRequest request, StreamVisitor visitor)
    {
        using var ended = await ServerSentEvents.BeginAsync(context);
        var recheck = new Recheck(time);
        var last = request.Headers["Last-Event-ID"];
        last = last.Length > 0 ? last : request.Query["lastEventId"];
        try
        {
            await foreach (var frame in streams.ReadAsync(account, visitor, last, ended.Token))
            {
                if (recheck.IsDue() && streams.Authenticate(account, reader.Now(request)).Visitor?.SenderId != visitor.SenderId)
                {
                    return; // The token ended. Who may come back does so with a new one.
                }

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
