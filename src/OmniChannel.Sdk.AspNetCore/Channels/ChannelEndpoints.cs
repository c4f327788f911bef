using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;
using OmniChannel.Channels;

namespace OmniChannel.AspNetCore.Channels;

/// <summary>Webhooks and stream channels: <c>{prefix}/{channel}/{account}</c> and below.</summary>
internal static class ChannelEndpoints
{
    public static void Map(IEndpointRouteBuilder endpoints, string prefix)
    {
        var options = endpoints.ServiceProvider.GetRequiredService<IOptions<OmniHttpOptions>>().Value;
        var limit = new WebhookLimit(options.MaxConcurrentWebhooks, options.MaxBufferedWebhookBytes);
        var visitors = new VisitorLimits(options, endpoints.ServiceProvider.GetRequiredService<TimeProvider>());
        var webhook = endpoints.MapMethods(prefix + "/{channel}/{account}", ["GET", "POST"], c => WebhookAsync(c, limit));
        var below = endpoints.MapMethods(prefix + "/{channel}/{account}/{**path}", ["GET", "POST"], c => StreamEndpoint.RunAsync(c, limit, visitors));
        webhook.AllowAnonymous().ExcludeFromDescription();
        below.AllowAnonymous().ExcludeFromDescription();
    }

    private static async Task WebhookAsync(HttpContext context, WebhookLimit limit)
    {
        var accounts = context.RequestServices.GetRequiredService<IOmniChannelAccounts>();
        if (!TryAccount(context, out var account) || accounts.InboundOf(account) is not { } inbound || accounts.All.FirstOrDefault(p => p.Id == account) is not { } port)
        {
            context.Response.StatusCode = StatusCodes.Status404NotFound;
            return;
        }

        var bytes = context.Request.ContentLength is { } stated ? Math.Min(stated, port.Capabilities.MaxWebhookBytes) : port.Capabilities.MaxWebhookBytes;
        if (!limit.TryEnter(account))
        {
            await BusyAsync(context);
            return;
        }

        if (!limit.TryReserve(bytes))
        {
            limit.Leave(account);
            await BusyAsync(context);
            return;
        }

        try
        {
            if (await WebhookHttp.ReadAsync(context, "", port.Capabilities.MaxWebhookBytes) is { } request)
            {
                await WebhookHttp.WriteAsync(context, await inbound.ReceiveAsync(account, request, context.RequestAborted));
            }
        }
        finally
        {
            limit.Release(bytes);
            limit.Leave(account);
        }
    }

    private static Task BusyAsync(HttpContext context) => WebhookHttp.WriteAsync(context, new() { StatusCode = 503, RetryAfter = TimeSpan.FromSeconds(1) });

    internal static bool TryAccount(HttpContext context, out ChannelAccountId account)
    {
        account = default;
        return context.Request.RouteValues["channel"] is string channel && context.Request.RouteValues["account"] is string name
            && ChannelAccountId.TryParse($"{channel}/{name}", null, out account);
    }
}
