using Microsoft.Data.Sqlite;
using SQLitePCL;

namespace OmniChannel.Storage.Sqlite;

/// <summary>
/// Keeps the log short without making a commit wait for it. When enough pages went into the log, a pass on a connection of its own copies them
/// to the file while commits go on; passes follow each other until little is left, and that little is copied between two commits, after which
/// the log begins anew ("Write-Ahead Logging", section 2.3, of SQLite's documentation: a log is reused once all of it is in the file).
/// </summary>
/// <param name="open">Opens a connection to the file for a pass.</param>
/// <param name="pagesPerPass">How many pages in the log start a pass.</param>
internal sealed class SqliteCheckpointer(Func<SqliteConnection> open, int pagesPerPass = 8000) : IDisposable
{
    /// <summary>SQLITE_DBSTATUS_CACHE_WRITE: pages that a connection wrote to the log.</summary>
    private const int CacheWrite = 9;
    private const int PassesInARow = 6;

    // What is copied between two commits: a few milliseconds.
    private readonly int _littleIs = Math.Max(1, pagesPerPass / 16);
    private int _passes;
    private long _pages;

    /// <summary>The newest pass, for tests of how the log behaves when it is in time.</summary>
    internal Task Newest { get; private set; } = Task.CompletedTask;

    /// <summary>After a transaction of the writer, on its thread.</summary>
    public void AfterWrite(SqliteConnection writer)
    {
        raw.sqlite3_db_status(writer.Handle, CacheWrite, out var written, out _, 1);
        _pages += written;
        if (!Newest.IsCompleted || _pages < (_passes == 0 ? pagesPerPass : 0))
        {
            return;
        }

        if (_passes is 0 || (_pages > _littleIs && _passes < PassesInARow))
        {
            _passes++;
            _pages = 0;
            Newest = Task.Run(Pass);
            return;
        }

        Copy(writer);
        (_passes, _pages) = (0, 0);
    }

    /// <summary>Waits for a pass under way.</summary>
    public void Dispose() => Newest.Wait();

    private static void Copy(SqliteConnection connection) =>
        _ = raw.sqlite3_wal_checkpoint_v2(connection.Handle, "main", raw.SQLITE_CHECKPOINT_PASSIVE, out _, out _);

    private void Pass()
    {
        try
        {
            using var connection = open();
            Copy(connection);
        }
        catch (SqliteException)
        {
            // The log stays as it is, and the next pass tries again.
        }
    }
}
