using System.Collections.Concurrent;
using Microsoft.Data.Sqlite;
using OmniChannel.Storage.Sqlite.WriteBehind;
using SQLitePCL;

namespace OmniChannel.Storage.Sqlite;

/// <summary>An open workspace file: one writer, a pool of readers, and the lock that keeps other processes out. Thread-safe.</summary>
internal sealed class SqliteWorkspace : IDisposable
{
    private const int IdleReaders = 8;

    private readonly Lock _writing = new();
    private readonly ConcurrentBag<SqliteReader> _readers = [];
    private readonly Overlay _overlay;
    private readonly SqliteCheckpointer _checkpointer;
    private readonly FileStream _processLock;
    private readonly string _file;
    private readonly string _connectionString;
    private SqliteWriter? _writer;
    private long _lease;
    private bool _disposed;

    private SqliteWorkspace(string file, string connectionString, WorkspaceId workspace, GenerationLimits limits)
    {
        _overlay = new Overlay(limits);
        _checkpointer = new SqliteCheckpointer(OpenConnection);
        _file = file;
        _connectionString = connectionString;
        _processLock = LockFile(file);
        try
        {
            using var connection = OpenConnection();
            SqliteSchema.CheckVersion(connection, file);
            SqliteWriter.Configure(connection, file);
            SqliteSchema.Migrate(connection, file, workspace);
            Recovery.Run(connection, _overlay);
            _writer = OpenWriter();
            FlushIfSpace();
        }
        catch
        {
            _writer?.Dispose();
            _processLock.Dispose();
            throw;
        }
    }

    /// <exception cref="IOException">Another process has the workspace open, or the file cannot be opened.</exception>
    public static SqliteWorkspace Open(string file, string connectionString, WorkspaceId workspace, GenerationLimits limits)
    {
        try
        {
            return new SqliteWorkspace(file, connectionString, workspace, limits);
        }
        catch (SqliteException e)
        {
            throw new IOException($"The workspace file '{file}' could not be opened: {e.Message}", e);
        }
    }

    public CommitOutcome Commit(EngineCommit commit) => Write(writer => writer.Commit(commit));

    /// <summary>Writes all that is held back to the tables.</summary>
    public void Flush() => Write(writer =>
    {
        writer.Flush();
        return true;
    });

    public void Seed(WorkspaceHead seed) => Write(writer =>
    {
        writer.Seed(seed);
        return true;
    });

    /// <summary>Grants at once: other processes are kept out by the lock file, and a former writer of this one by the new epoch.</summary>
    public long AcquireLease() => Write(writer => _lease = writer.NextEpoch());

    public bool HoldsLease(long epoch)
    {
        lock (_writing)
        {
            return _lease == epoch;
        }
    }

    public void ReleaseLease(long epoch)
    {
        lock (_writing)
        {
            _lease = _lease == epoch ? 0 : _lease;
        }
    }

    /// <summary>Runs on a reader of its own. A reader that fails is not used again.</summary>
    public T Read<T>(Func<SqliteReader, T> read)
    {
        ObjectDisposedException.ThrowIf(Volatile.Read(ref _disposed), this);
        var reader = _readers.TryTake(out var idle) ? idle : new SqliteReader(OpenConnection(), _overlay);
        T result;
        try
        {
            result = read(reader);
        }
        catch
        {
            reader.Dispose();
            throw;
        }

        Return(reader);
        return result;
    }

    /// <summary>Writes all that is held back to the tables, empties the log into the file, closes both and lets other processes in.</summary>
    public void Dispose()
    {
        lock (_writing)
        {
            if (_disposed)
            {
                return;
            }

            Volatile.Write(ref _disposed, true);
            DropReaders();
            _checkpointer.Dispose();
            if (_writer is not null)
            {
                Settle(_writer);
                _writer.Dispose();
            }

            _processLock.Dispose();
        }
    }

    /// <summary>Runs with the writer. For tests of what the connection really does.</summary>
    internal T Write<T>(Func<SqliteWriter, T> write)
    {
        lock (_writing)
        {
            ObjectDisposedException.ThrowIf(_disposed, this);
            _writer ??= OpenWriter();
            try
            {
                var result = write(_writer);
                _checkpointer.AfterWrite(_writer.Connection);
                return result;
            }
            finally
            {
                if (_writer.IsBroken)
                {
                    _writer.Dispose();
                    _writer = null;
                }
            }
        }
    }

    private static FileStream LockFile(string file)
    {
        Directory.CreateDirectory(Path.GetDirectoryName(file)!);
        try
        {
            return new FileStream(file + ".lock", FileMode.OpenOrCreate, FileAccess.ReadWrite, FileShare.None);
        }
        catch (IOException e)
        {
            throw new IOException(
                $"The workspace file '{file}' is open in another process or another store: '{file}.lock' could not be locked. "
                + "One store has a workspace open: stop the other one, or give this one a file of its own.",
                e);
        }
    }

    private static void Settle(SqliteWriter writer)
    {
        try
        {
            writer.Flush();
            SqliteSchema.Execute(writer.Connection, "PRAGMA wal_checkpoint(TRUNCATE)");
        }
        catch (SqliteException)
        {
            // The log stays beside the file and the redo rows in it, and the next start reads them.
        }
    }

    /// <summary>On a full disk everything stays in the overlay, and what is there can be read.</summary>
    private void FlushIfSpace()
    {
        try
        {
            Flush();
        }
        catch (SqliteException e) when (e.SqliteErrorCode == raw.SQLITE_FULL)
        {
            // A commit or a load that needs the space fails by itself and says so.
        }
    }

    private SqliteConnection OpenConnection()
    {
        var connection = new SqliteConnection(_connectionString);
        try
        {
            connection.Open();
            return connection;
        }
        catch
        {
            connection.Dispose();
            throw;
        }
    }

    private SqliteWriter OpenWriter()
    {
        var connection = OpenConnection();
        try
        {
            SqliteWriter.Configure(connection, _file);
            return new SqliteWriter(connection, _overlay);
        }
        catch
        {
            connection.Dispose();
            throw;
        }
    }

    private void Return(SqliteReader reader)
    {
        if (_readers.Count >= IdleReaders)
        {
            reader.Dispose();
            return;
        }

        _readers.Add(reader);
        if (Volatile.Read(ref _disposed))
        {
            DropReaders();
        }
    }

    private void DropReaders()
    {
        while (_readers.TryTake(out var reader))
        {
            reader.Dispose();
        }
    }
}
