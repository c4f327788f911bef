using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using OmniChannel.Storage;
using OmniChannel.Storage.Sqlite;

namespace OmniChannel;

/// <summary>Registers the SQLite store.</summary>
public static class SqliteStorageBuilderExtensions
{
    /// <summary>
    /// Keeps everything in SQLite files, one for each workspace: the connection string names that of the workspace <c>default</c>, and
    /// others are <c>{name}.{workspace}.db</c> beside it. A workspace is open in one process at a time. The first store registered wins.
    /// </summary>
    /// <param name="builder">The builder.</param>
    /// <param name="connectionString">For example <c>Data Source=omni.db</c>. A relative path starts at the current directory.</param>
    /// <exception cref="ArgumentException">The connection string names no file that can be written.</exception>
    public static IOmniChannelBuilder UseSqliteStorage(this IOmniChannelBuilder builder, string connectionString)
    {
        ArgumentNullException.ThrowIfNull(builder);
        _ = new SqliteLocation(connectionString);
        builder.Services.TryAddSingleton(_ => new SqliteStore(connectionString));
        builder.Services.TryAddSingleton<IEngineStore>(services => services.GetRequiredService<SqliteStore>());
        builder.Services.TryAddSingleton<IReadStore>(services => services.GetRequiredService<SqliteStore>());
        builder.Services.TryAddSingleton<IWorkspaceLeases>(services => services.GetRequiredService<SqliteStore>());
        return builder;
    }
}
