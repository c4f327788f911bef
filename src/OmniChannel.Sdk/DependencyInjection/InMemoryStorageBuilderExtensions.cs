using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using OmniChannel.Storage;
using OmniChannel.Storage.InMemory;

namespace OmniChannel;

/// <summary>Registers the store in memory.</summary>
public static class InMemoryStorageBuilderExtensions
{
    /// <summary>
    /// Keeps everything in memory, for tests and trials: all is lost when the process ends, and nothing limits how much it holds. The
    /// first store registered wins.
    /// </summary>
    public static IOmniChannelBuilder UseInMemoryStorage(this IOmniChannelBuilder builder)
    {
        ArgumentNullException.ThrowIfNull(builder);
        builder.Services.TryAddSingleton<InMemoryStore>();
        builder.Services.TryAddSingleton<IEngineStore>(services => services.GetRequiredService<InMemoryStore>());
        builder.Services.TryAddSingleton<IReadStore>(services => services.GetRequiredService<InMemoryStore>());
        builder.Services.TryAddSingleton<IWorkspaceLeases>(services => services.GetRequiredService<InMemoryStore>());
        return builder;
    }
}
