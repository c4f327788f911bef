using Microsoft.AspNetCore.Http;

namespace OmniChannel.AspNetCore.Channels;

/// <summary>What a provider calls: read, taken within the limits, answered. Only what was read whole counts as under way: who dawdles keeps nobody out.</summary>
internal sealed class WebhookEndpoint(ChannelTargets targets, WebhookReader reader, WebhookLimit limit)
{
    public async Task RunAsync(HttpContext context)
    {
        if (targets.Find(context) is not { Inbound: { } inbound } target)
        {
            context.Response.StatusCode = StatusCodes.Status404NotFound;
            return;
        }

        if (await reader.ReadAsync(context, "", target.Port.Capabilities.MaxWebhookBytes) is not { } request)
        {
            return;
        }

        var isTaken = limit.TryEnter(target.UnderWay);
        try
        {
            if (!isTaken)
            {
                await WebhookHttp.BusyAsync(context);
                return;
            }

            // Nobody else is told of what an answer in words says: who hung up ends the wait for it. A commit is waited for to its end.
            var aborted = target.Port.Responds ? context.RequestAborted : CancellationToken.None;
            await WebhookHttp.WriteAsync(context, await inbound.ReceiveAsync(target.Account, request, aborted));
        }
        finally
        {
            limit.Release(request.Body.Length);
            if (isTaken)
            {
                target.UnderWay.Leave();
            }
        }
    }
}
