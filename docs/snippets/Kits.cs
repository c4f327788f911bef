using OmniChannel.Storage;
using OmniChannel.Testing.Channels;
using OmniChannel.Testing.Storage;

namespace Snippets;

internal static class Kits
{
    public static async Task ChannelAsync<TOptions>(ChannelUnderTest<TOptions> subject)
        where TOptions : class
    {
        foreach (var check in new ChannelConformance<TOptions>(subject).Checks)
        {
            await check.RunAsync();
        }
    }

    public static async Task StoreAsync<TStore>(Func<CancellationToken, Task<TStore>> openAsync)
        where TStore : IEngineStore, IReadStore, IWorkspaceLeases, IAsyncDisposable
    {
        var kit = new StorageConformance(async cancellationToken =>
        {
            var store = await openAsync(cancellationToken);
            return new StoreUnderTest { Engine = store, Read = store, Leases = store, Close = store.DisposeAsync };
        });
        foreach (var check in kit.Checks)
        {
            await check.RunAsync();
        }
    }
}
