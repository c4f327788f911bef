using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;
using OmniChannel.Hosting;

namespace OmniChannel.AspNetCore.Channels;

/// <summary>Webhooks and stream channels: <c>{prefix}/{channel}/{account}</c> and below.</summary>
internal static class ChannelEndpoints
{
    public static void Map(IEndpointRouteBuilder endpoints, string prefix)
    {
        var services = endpoints.ServiceProvider;
        var options = services.GetRequiredService<IOptions<OmniHttpOptions>>().Value;
        var time = services.GetRequiredService<TimeProvider>();
        var targets = new ChannelTargets(services);
        var limit = new WebhookLimit(options.MaxConcurrentWebhooks, options.MaxBufferedWebhookBytes);
        var reader = new WebhookReader(time, services.GetRequiredService<IOptions<OmniChannelOptions>>().Value.PublicBaseUrl, limit);
        var webhook = new WebhookEndpoint(targets, reader, limit);
        var stream = new StreamEndpoint(targets, reader, limit, new(options, time), time);
        endpoints.MapMethods(prefix + "/{channel}/{account}", ["GET", "POST"], (RequestDelegate)webhook.RunAsync).AllowAnonymous().ExcludeFromDescription();
        endpoints.MapMethods(prefix + "/{channel}/{account}/{**path}", ["GET", "POST"], (RequestDelegate)stream.RunAsync).AllowAnonymous().ExcludeFromDescription();
    }
}
