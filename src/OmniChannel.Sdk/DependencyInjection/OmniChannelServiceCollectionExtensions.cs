using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Microsoft.Extensions.Hosting;
using OmniChannel;
using OmniChannel.DependencyInjection;
using OmniChannel.Hosting;

namespace Microsoft.Extensions.DependencyInjection;

/// <summary>Adds the SDK to an application.</summary>
public static class OmniChannelServiceCollectionExtensions
{
    /// <summary>Adds the SDK; options bind from the section, channels from <c>Channels:{channel}:{account}</c> in it.</summary>
    public static IOmniChannelBuilder AddOmniChannel(
        this IServiceCollection services, IConfiguration? configuration = null, Action<OmniChannelOptions>? configure = null)
    {
        ArgumentNullException.ThrowIfNull(services);
        var options = services.AddOptions<OmniChannelOptions>();
        if (configuration is not null)
        {
            options.Configure(o => configuration.Bind(o));
            if (configuration.GetSection("Routing") is var routing && routing.Exists())
            {
                services.AddSingleton(new RoutingRegistration { Change = _ => RoutingConfiguration.Read(RoutingSection.ToJson(routing)) });
            }
        }

        if (configure is not null)
        {
            options.Configure(configure);
        }

        services.AddLogging();
        services.TryAddSingleton(TimeProvider.System);
        services.TryAddSingleton<OmniChannelHost>();
        services.AddSingleton<IHostedService>(s => s.GetRequiredService<OmniChannelHost>());
        services.TryAddSingleton<IOmniChannel>(s => s.GetRequiredService<OmniChannelHost>().Default);
        services.TryAddSingleton<IOmniChannelAccounts, OmniChannelAccounts>();
        services.TryAddSingleton(s => s.GetRequiredService<IOmniChannel>().Conversations);
        services.TryAddSingleton(s => s.GetRequiredService<IOmniChannel>().Customers);
        services.TryAddSingleton(s => s.GetRequiredService<IOmniChannel>().Messages);
        services.TryAddSingleton(s => s.GetRequiredService<IOmniChannel>().Agents);
        services.TryAddSingleton(s => s.GetRequiredService<IOmniChannel>().Routing);
        services.TryAddSingleton(s => s.GetRequiredService<IOmniChannel>().Events);
        services.TryAddSingleton(s => s.GetRequiredService<IOmniChannel>().Inbound);
        return new OmniChannelBuilder(services, configuration);
    }
}
