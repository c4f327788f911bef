using Microsoft.AspNetCore.Http;
using OmniChannel.Hosting;

namespace OmniChannel.AspNetCore.Channels;

/// <summary>What a provider calls: within the limits, read, taken, answered.</summary>
internal sealed class WebhookEndpoint(ChannelTargets targets, WebhookReader reader, WebhookLimit limit)
{
    public Task RunAsync(HttpContext context)
    {
        if (targets.Find(context) is not { Inbound: { } inbound } target)
        {
            context.Response.StatusCode = StatusCodes.Status404NotFound;
            return Task.CompletedTask;
        }

        var most = target.Port.Capabilities.MaxWebhookBytes;
        var bytes = context.Request.ContentLength is { } stated ? Math.Min(stated, most) : most;
        if (!limit.TryEnter(target.UnderWay))
        {
            return BusyAsync(context);
        }

        if (limit.TryReserve(bytes))
        {
            return TakeAsync(context, target, inbound, bytes);
        }

        target.UnderWay.Leave();
        return BusyAsync(context);
    }

    private async Task TakeAsync(HttpContext context, ChannelTarget target, IInbound inbound, long bytes)
    {
        try
        {
            if (await reader.ReadAsync(context, "", target.Port.Capabilities.MaxWebhookBytes) is { } request)
            {
                // Nobody else is told of what an answer in words says: who hung up ends the wait for it. A commit is waited for to its end.
                var aborted = target.Port.Responds ? context.RequestAborted : CancellationToken.None;
                await WebhookHttp.WriteAsync(context, await inbound.ReceiveAsync(target.Account, request, aborted));
            }
        }
        finally
        {
            limit.Release(bytes);
            target.UnderWay.Leave();
        }
    }

    private static Task BusyAsync(HttpContext context) => WebhookHttp.WriteAsync(context, new() { StatusCode = 503, RetryAfter = TimeSpan.FromSeconds(1) });
}
