using System.Buffers.Binary;
using System.Threading.Channels;
using Microsoft.Data.Sqlite;
using SQLitePCL;

namespace OmniChannel.Load;

/// <summary>
/// The least that durable acceptance costs: one inbox row and one 400-byte row for each message, one writer, one transaction for up to 64.
/// The same settings and the same kind of statements as the SQLite store.
/// </summary>
internal sealed class BareStore : IAsyncDisposable
{
    private readonly SqliteConnection _connection;
    private readonly sqlite3_stmt _begin;
    private readonly sqlite3_stmt _inbox;
    private readonly sqlite3_stmt _row;
    private readonly sqlite3_stmt _commit;
    private readonly byte[] _value = new byte[400];
    private readonly Channel<(byte[] Key, TaskCompletionSource Done)> _queue = Channel.CreateBounded<(byte[], TaskCompletionSource)>(
        new BoundedChannelOptions(4096) { SingleReader = true });
    private readonly Task _writing;
    private readonly int _batch;
    private long _sequence;

    public BareStore(string file, int batch)
    {
        _batch = batch;
        _connection = new("Data Source=" + file + ";Pooling=False");
        _connection.Open();
        using (var setup = _connection.CreateCommand())
        {
            setup.CommandText = """
                PRAGMA journal_mode = WAL; PRAGMA synchronous = FULL; PRAGMA wal_autocheckpoint = 8000; PRAGMA journal_size_limit = 67108864;
                PRAGMA cache_size = -16384; PRAGMA secure_delete = ON;
                CREATE TABLE inbox(key BLOB PRIMARY KEY, sequence INTEGER NOT NULL) WITHOUT ROWID;
                CREATE TABLE row(sequence INTEGER PRIMARY KEY, value BLOB NOT NULL);
                """;
            setup.ExecuteNonQuery();
        }

        (_begin, _commit) = (Prepare("BEGIN IMMEDIATE"), Prepare("COMMIT"));
        (_inbox, _row) = (Prepare("INSERT INTO inbox(key, sequence) VALUES(?1, ?2)"), Prepare("INSERT INTO row(sequence, value) VALUES(?1, ?2)"));
        Random random = new(1);
        random.NextBytes(_value);
        _writing = Task.Run(WriteAsync);
    }

    /// <summary>A key that touches the inbox at random, as hashes do.</summary>
    public static byte[] Key(long serial)
    {
        var key = new byte[16];
        BinaryPrimitives.WriteUInt64BigEndian(key, unchecked((ulong)serial * 0x9E3779B97F4A7C15));
        BinaryPrimitives.WriteInt64BigEndian(key.AsSpan(8), serial);
        return key;
    }

    /// <summary>Ends after the commit.</summary>
    public async Task InsertAsync(byte[] key)
    {
        var done = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        await _queue.Writer.WriteAsync((key, done));
        await done.Task;
    }

    /// <summary>One transaction on the caller's thread; not while <see cref="InsertAsync"/> is used.</summary>
    public void Insert(ReadOnlySpan<byte[]> keys)
    {
        Run(_begin);
        foreach (var key in keys)
        {
            _sequence++;
            raw.sqlite3_bind_blob(_inbox, 1, key);
            raw.sqlite3_bind_int64(_inbox, 2, _sequence);
            Run(_inbox);
            raw.sqlite3_bind_int64(_row, 1, _sequence);
            raw.sqlite3_bind_blob(_row, 2, _value);
            Run(_row);
        }

        Run(_commit);
    }

    public async ValueTask DisposeAsync()
    {
        _queue.Writer.Complete();
        await _writing;
        foreach (var statement in new[] { _begin, _inbox, _row, _commit })
        {
            statement.Dispose();
        }

        await _connection.DisposeAsync();
    }

    private async Task WriteAsync()
    {
        var (keys, waiting) = (new List<byte[]>(_batch), new List<TaskCompletionSource>(_batch));
        while (await _queue.Reader.WaitToReadAsync())
        {
            while (keys.Count < _batch && _queue.Reader.TryRead(out var next))
            {
                keys.Add(next.Key);
                waiting.Add(next.Done);
            }

            Insert(keys.ToArray());
            waiting.ForEach(w => w.SetResult());
            keys.Clear();
            waiting.Clear();
        }
    }

    private sqlite3_stmt Prepare(string sql)
    {
        var code = raw.sqlite3_prepare_v2(_connection.Handle, sql, out var statement);
        return code == raw.SQLITE_OK ? statement : throw new InvalidOperationException($"SQLite answered {code} to a statement.");
    }

    private static void Run(sqlite3_stmt statement)
    {
        var code = raw.sqlite3_step(statement);
        raw.sqlite3_reset(statement);
        if (code != raw.SQLITE_DONE)
        {
            throw new InvalidOperationException($"SQLite answered {code}.");
        }
    }
}
