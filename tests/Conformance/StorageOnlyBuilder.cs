using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;

namespace OmniChannel.Conformance;

/// <summary>A builder for a store alone, without the engine.</summary>
internal sealed class StorageOnlyBuilder : IOmniChannelBuilder
{
    public IServiceCollection Services { get; } = new ServiceCollection();

    public IConfiguration? Configuration => null;
}
