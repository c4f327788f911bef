using Microsoft.AspNetCore.Diagnostics.HealthChecks;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Diagnostics.HealthChecks;
using Microsoft.Extensions.Options;
using OmniChannel.AspNetCore.Agents;
using OmniChannel.AspNetCore.Channels;
using OmniChannel.Hosting;

namespace Microsoft.AspNetCore.Builder;

/// <summary>Maps the SDK's endpoints.</summary>
public static class OmniChannelEndpointExtensions
{
    /// <summary>
    /// Maps webhooks, stream channels, the agent API and health checks below the configured prefix. Conventions added to the result apply to the
    /// agent API only: providers and visitors authenticate in their own ways.
    /// </summary>
    public static IEndpointConventionBuilder MapOmniChannel(this IEndpointRouteBuilder endpoints)
    {
        ArgumentNullException.ThrowIfNull(endpoints);
        var services = endpoints.ServiceProvider;
        var prefix = services.GetRequiredService<IOptions<OmniChannelOptions>>().Value.PathPrefix.TrimEnd('/');
        ChannelEndpoints.Map(endpoints, prefix + "/channels");
        if (services.GetService<HealthCheckService>() is not null)
        {
            endpoints.MapHealthChecks(prefix + "/health/ready", new HealthCheckOptions { Predicate = c => c.Tags.Contains("ready") });
            endpoints.MapHealthChecks(prefix + "/health/live", new HealthCheckOptions { Predicate = _ => false });
            endpoints.MapOpenApi(prefix + "/openapi/{documentName}.json");
        }

        return AgentEndpoints.Map(endpoints, prefix + "/agent");
    }
}
