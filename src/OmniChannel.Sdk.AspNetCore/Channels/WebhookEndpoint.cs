using Microsoft.AspNetCore.Http;
using OmniChannel.Hosting;
using OmniChannel.Webhooks;

namespace OmniChannel.AspNetCore.Channels;

/// <summary>What a provider calls: within the limits, read, taken, answered.</summary>
internal sealed class WebhookEndpoint(ChannelTargets targets, WebhookReader reader, WebhookLimit limit)
{
    public async Task RunAsync(HttpContext context)
    {
        if (targets.Find(context) is not { Inbound: { } inbound } target)
        {
            context.Response.StatusCode = StatusCodes.Status404NotFound;
        }
        else if (await reader.ReadAsync(context, "", target.Port.Capabilities.MaxWebhookBytes) is { } request)
        {
            try
            {
                await TakeAsync(context, target, inbound, request);
            }
            finally
            {
                limit.Release(request.Body.Length);
            }
        }
    }

    /// <summary>Only what was read whole counts as under way: who dawdles keeps nobody out.</summary>
    private async Task TakeAsync(HttpContext context, ChannelTarget target, IInbound inbound, WebhookRequest request)
    {
        if (!limit.TryEnter(target.UnderWay))
        {
            await WebhookHttp.BusyAsync(context);
            return;
        }

        try
        {
            // Nobody else is told of what an answer in words says: who hung up ends the wait for it. A commit is waited for to its end.
            var aborted = target.Port.Responds ? context.RequestAborted : CancellationToken.None;
            await WebhookHttp.WriteAsync(context, await inbound.ReceiveAsync(target.Account, request, aborted));
        }
        finally
        {
            target.UnderWay.Leave();
        }
    }
}
