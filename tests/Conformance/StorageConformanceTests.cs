using Microsoft.Extensions.DependencyInjection;
using OmniChannel.Storage;
using OmniChannel.Testing.Storage;

namespace OmniChannel.Conformance;

public sealed class StorageConformanceTests
{
    public static TheoryData<string> Checks { get; } =
        [.. new StorageConformance(_ => throw new InvalidOperationException("Only the names are read.")).Checks.Select(c => c.Name)];

    [Theory]
    [MemberData(nameof(Checks))]
    public async Task InMemory_Passes(string check)
    {
        await using var services = Provider(b => b.UseInMemoryStorage());

        await RunAsync(check, _ => Task.FromResult(StoreOf(services, close: null)));
    }

    [Theory]
    [MemberData(nameof(Checks))]
    public async Task Sqlite_Passes(string check)
    {
        var folder = Directory.CreateTempSubdirectory("omni-store-");
        try
        {
            var connectionString = $"Data Source={Path.Combine(folder.FullName, "omni.db")}";

            await RunAsync(check, _ =>
            {
                var services = Provider(b => b.UseSqliteStorage(connectionString));
                return Task.FromResult(StoreOf(services, services.DisposeAsync));
            });
        }
        finally
        {
            folder.Delete(recursive: true);
        }
    }

    [Fact]
    public void Checks_HaveDifferentNames() => Assert.Equal(Checks.Count, Checks.Select(c => c.Data).Distinct().Count());

    private static async Task RunAsync(string name, Func<CancellationToken, Task<StoreUnderTest>> open)
    {
        var check = new StorageConformance(open).Checks.Single(c => c.Name == name);

        await check.RunAsync(TestContext.Current.CancellationToken);
    }

    private static ServiceProvider Provider(Action<IOmniChannelBuilder> useStorage)
    {
        var builder = new StorageOnlyBuilder();
        useStorage(builder);
        return builder.Services.BuildServiceProvider(new ServiceProviderOptions { ValidateOnBuild = true, ValidateScopes = true });
    }

    private static StoreUnderTest StoreOf(IServiceProvider services, Func<ValueTask>? close) => new()
    {
        Engine = services.GetRequiredService<IEngineStore>(),
        Read = services.GetRequiredService<IReadStore>(),
        Leases = services.GetRequiredService<IWorkspaceLeases>(),
        Close = close,
    };
}
