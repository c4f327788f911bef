using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;

namespace OmniChannel.DependencyInjection;

/// <summary>What <c>AddOmniChannel</c> returns.</summary>
internal sealed class OmniChannelBuilder(IServiceCollection services, IConfiguration? configuration) : IOmniChannelBuilder
{
    public IServiceCollection Services => services;

    public IConfiguration? Configuration => configuration;
}
