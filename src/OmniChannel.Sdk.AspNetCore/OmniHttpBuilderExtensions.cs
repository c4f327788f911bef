using Microsoft.Extensions.DependencyInjection;
using OmniChannel.AspNetCore.Health;

namespace OmniChannel;

/// <summary>Adds what the HTTP endpoints need.</summary>
public static class OmniHttpBuilderExtensions
{
    /// <summary>Sets who may act as an agent, describes the agent API as OpenAPI (document <c>omni</c>), and adds a readiness check.</summary>
    public static IOmniChannelBuilder AddHttp(this IOmniChannelBuilder builder, Action<AspNetCore.OmniHttpOptions>? configure = null)
    {
        ArgumentNullException.ThrowIfNull(builder);
        var options = builder.Services.AddOptions<AspNetCore.OmniHttpOptions>();
        if (configure is not null)
        {
            options.Configure(configure);
        }

        builder.Services.AddOpenApi("omni", o => o.ShouldInclude = d => d.RelativePath?.Contains("/agent/", StringComparison.Ordinal) == true);
        builder.Services.AddHealthChecks().AddCheck<EngineHealthCheck>("omnichannel", tags: ["ready"]);
        return builder;
    }
}
