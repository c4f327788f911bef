using System.Globalization;
using Microsoft.Data.Sqlite;

namespace OmniChannel.Storage.Sqlite;

/// <summary>The schema and the steps that lead to it. The version of a file is in <c>user_version</c>: the number of steps it has seen.</summary>
internal static partial class SqliteSchema
{
    /// <summary>Marks a file as ours, in its header.</summary>
    private const long ApplicationId = 0x4F6D6E69;

    public static int Version => Steps.Count;

    internal static IReadOnlyList<string> Steps { get; } = [FirstStep, WriteBehindStep];

    /// <summary>Brings a file to the present version. Each step is one transaction together with the version it leads to.</summary>
    /// <exception cref="StoreVersionException">The file was written by a newer version.</exception>
    /// <exception cref="InvalidDataException">The file belongs to another application or to another workspace.</exception>
    public static void Migrate(SqliteConnection connection, string file, WorkspaceId workspace) => Migrate(connection, file, workspace, Steps);

    internal static void Migrate(SqliteConnection connection, string file, WorkspaceId workspace, IReadOnlyList<string> steps)
    {
        var found = CheckVersion(connection, file, steps.Count);
        for (var version = found; version < steps.Count; version++)
        {
            using var transaction = connection.BeginTransaction(deferred: false);
            Execute(connection, steps[version]);
            if (version == 0)
            {
                CreateHead(connection, workspace);
            }

            Execute(connection, string.Create(CultureInfo.InvariantCulture, $"PRAGMA user_version = {version + 1}; PRAGMA application_id = {ApplicationId}"));
            transaction.Commit();
        }

        CheckWorkspace(connection, file, workspace);
    }

    internal static void Execute(SqliteConnection connection, string sql)
    {
        using var command = connection.CreateCommand();
        command.CommandText = sql;
        command.ExecuteNonQuery();
    }

    internal static object? Scalar(SqliteConnection connection, string sql)
    {
        using var command = connection.CreateCommand();
        command.CommandText = sql;
        return command.ExecuteScalar();
    }

    /// <summary>Reads the version of a file without changing the file.</summary>
    internal static int CheckVersion(SqliteConnection connection, string file) => CheckVersion(connection, file, Version);

    private static int CheckVersion(SqliteConnection connection, string file, int known)
    {
        var found = (long)Scalar(connection, "PRAGMA user_version")!;
        var isOurs = (long)Scalar(connection, "PRAGMA application_id")! == ApplicationId;
        if (!isOurs && (found != 0 || (long)Scalar(connection, "SELECT count(*) FROM sqlite_master")! != 0))
        {
            throw new InvalidDataException($"'{file}' is a database of another application. Name another file in the connection string.");
        }

        if (found > known)
        {
            throw new StoreVersionException(string.Create(
                CultureInfo.InvariantCulture,
                $"'{file}' has schema version {found}, and this version of the library knows versions up to {known}. Use a newer version of the library."));
        }

        return (int)found;
    }

    private static void CreateHead(SqliteConnection connection, WorkspaceId workspace)
    {
        using var command = connection.CreateCommand();
        command.CommandText = "INSERT INTO head(id, workspace, sequence, last_at, lease_epoch, swept) VALUES(1, @workspace, 0, 0, 0, x'')";
        command.Parameters.AddWithValue("@workspace", workspace.Value);
        command.ExecuteNonQuery();
    }

    private static void CheckWorkspace(SqliteConnection connection, string file, WorkspaceId workspace)
    {
        if (Scalar(connection, "SELECT workspace FROM head") is not string name || name != workspace.Value)
        {
            throw new InvalidDataException($"'{file}' holds another workspace than '{workspace}'. Was it copied or renamed?");
        }
    }
}
