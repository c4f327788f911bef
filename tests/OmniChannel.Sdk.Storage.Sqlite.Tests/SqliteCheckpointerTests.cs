using Microsoft.Data.Sqlite;

namespace OmniChannel.Storage.Sqlite.Tests;

public sealed class SqliteCheckpointerTests : IDisposable
{
    private const int Rows = 1500;
    private const int Pages = 50;

    private readonly string _file = Path.Combine(Directory.CreateTempSubdirectory("omni-checkpoint-").FullName, "log.db");

    [Fact]
    public async Task Log_UnderManyCommits_StaysShortAndLosesNothing()
    {
        var longest = 0L;
        using (var writer = Open())
        using (var checkpointer = new SqliteCheckpointer(Open, Pages))
        {
            Run(writer, "PRAGMA journal_mode = WAL; PRAGMA wal_autocheckpoint = 0; CREATE TABLE t(id INTEGER PRIMARY KEY, value BLOB)");
            for (var i = 0; i < Rows; i++)
            {
                Run(writer, $"INSERT INTO t VALUES({i}, randomblob(2000))");
                checkpointer.AfterWrite(writer);
                await checkpointer.Newest.WaitAsync(TestTimeouts.Default);
                longest = Math.Max(longest, new FileInfo(_file + "-wal").Length);
            }
        }

        // Without passes the log would hold two pages or more for each of the commits.
        Assert.InRange(longest, Pages * 4096L, 3 * Pages * 4096L);
        using var reader = Open();
        Assert.Equal((long)Rows, Scalar(reader, "SELECT count(*) FROM t WHERE length(value) = 2000"));
        Assert.Equal("ok", Scalar(reader, "PRAGMA integrity_check"));
    }

    [Fact]
    public void Pass_ThatCannotOpenTheFile_LeavesCommitsAlone()
    {
        using var writer = Open();
        Run(writer, "PRAGMA journal_mode = WAL; PRAGMA wal_autocheckpoint = 0; CREATE TABLE t(id INTEGER PRIMARY KEY, value BLOB)");
        using var checkpointer = new SqliteCheckpointer(() => throw new SqliteException("no", 14), Pages);
        for (var i = 0; i < 10 * Pages; i++)
        {
            Run(writer, $"INSERT INTO t VALUES({i}, randomblob(4000))");
            checkpointer.AfterWrite(writer);
        }

        Assert.Equal(10L * Pages, Scalar(writer, "SELECT count(*) FROM t"));
    }

    public void Dispose() => Directory.Delete(Path.GetDirectoryName(_file)!, true);

    private static void Run(SqliteConnection connection, string sql)
    {
        using var command = connection.CreateCommand();
        command.CommandText = sql;
        command.ExecuteNonQuery();
    }

    private static object? Scalar(SqliteConnection connection, string sql)
    {
        using var command = connection.CreateCommand();
        command.CommandText = sql;
        return command.ExecuteScalar();
    }

    private SqliteConnection Open()
    {
        var connection = new SqliteConnection($"Data Source={_file};Pooling=False");
        connection.Open();
        return connection;
    }
}
