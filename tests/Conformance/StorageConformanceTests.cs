using Microsoft.Extensions.DependencyInjection;
using OmniChannel.Storage;
using OmniChannel.Testing.Conformance;
using OmniChannel.Testing.Storage;

namespace OmniChannel.Conformance;

public sealed class StorageConformanceTests
{
    public static TheoryData<string> Checks { get; } =
        [.. new StorageConformance(_ => throw new InvalidOperationException("Only the names are read.")).Checks.Select(c => c.Name)];

    public static TheoryData<StoreFault> Faults { get; } = [.. Enum.GetValues<StoreFault>()];

    [Theory]
    [MemberData(nameof(Checks))]
    public async Task InMemory_Passes(string check)
    {
        await using var services = Provider(b => b.UseInMemoryStorage());

        await RunAsync(check, _ => Task.FromResult(StoreOf(services, close: null)));
    }

    [Theory]
    [MemberData(nameof(Checks))]
    public Task Sqlite_Passes(string check) => OnSqliteAsync(open => RunAsync(check, open));

    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(3)]
    [InlineData(4)]
    public Task Sqlite_OtherSeeds_MatchTheModel(int seed) => OnSqliteAsync(open =>
        new StorageConformance(open) { Seed = seed, RandomCommits = 200 }.Checks
            .Single(c => c.Name == "Random_Commits_MatchTheModel").RunAsync(TestContext.Current.CancellationToken));

    [Theory]
    [MemberData(nameof(Faults))]
    public async Task FaultyStore_IsFound(StoreFault fault)
    {
        await using var services = Provider(b => b.UseInMemoryStorage());
        var good = StoreOf(services, close: null);
        var faulty = new FaultyStore(good.Engine, good.Read, fault);
        var kit = new StorageConformance(_ => Task.FromResult(new StoreUnderTest { Engine = faulty, Read = faulty, Leases = good.Leases }));
        var failed = new List<string>();

        foreach (var check in kit.Checks)
        {
            try
            {
                await check.RunAsync(TestContext.Current.CancellationToken);
            }
            catch (ConformanceFailedException)
            {
                failed.Add(check.Name);
            }
        }

        // A check of its own tells what is wrong; the random one alone would only tell that something is.
        Assert.Contains(failed, name => name != "Random_Commits_MatchTheModel");
    }

    [Fact]
    public void Checks_HaveDifferentNames() => Assert.Equal(Checks.Count, Checks.Select(c => c.Data).Distinct().Count());

    private static async Task OnSqliteAsync(Func<Func<CancellationToken, Task<StoreUnderTest>>, Task> run)
    {
        var folder = Directory.CreateTempSubdirectory("omni-store-");
        try
        {
            var connectionString = $"Data Source={Path.Combine(folder.FullName, "omni.db")}";
            await run(_ =>
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
