using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;
using OmniChannel.Channels;
using OmniChannel.Webhooks;

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

        if (await WebhookHttp.ReadAsync(context, "", port.Capabilities.MaxWebhookBytes, limit) is not { } request)
        {
            return;
        }

        try
        {
            await LimitedAsync(context, limit, account, () => inbound.ReceiveAsync(account, request, context.RequestAborted));
        }
        finally
        {
            limit.Release(request.Body.Length);
        }
    }

    /// <summary>Answers what was read whole, if not too many of the account are under way: those who only dawdle keep nobody out.</summary>
    public static async Task LimitedAsync(HttpContext context, WebhookLimit limit, ChannelAccountId account, Func<Task<WebhookResponse>> answer)
    {
        if (!limit.TryEnter(account))
        {
            await WebhookHttp.BusyAsync(context);
            return;
        }

        try
        {
            await WebhookHttp.WriteAsync(context, await answer());
        }
        finally
        {
            limit.Leave(account);
        }
    }

    internal static bool TryAccount(HttpContext context, out ChannelAccountId account)
    {
        account = default;
        return context.Request.RouteValues["channel"] is string channel && context.Request.RouteValues["account"] is string name
            && ChannelAccountId.TryParse($"{channel}/{name}", null, out account);
    }
}
