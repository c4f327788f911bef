using Microsoft.Data.Sqlite;
using OmniChannel.Storage.Sqlite.WriteBehind;

namespace OmniChannel.Storage.Sqlite.Tests;

/// <summary>A folder for one test, gone afterwards, and the stores opened in it.</summary>
public sealed class SqliteFolder : IDisposable
{
    public static readonly WorkspaceId Default = new("default");

    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("omni-sqlite-");
    private readonly List<SqliteStore> _stores = [];
    private int _copies;

    public static WorkspaceHead Seed { get; } = new() { Sequence = 0, HashKey = new byte[32], IdSeed = 1 };

    public string Path => _folder.FullName;

    public string File => System.IO.Path.Combine(Path, "omni.db");

    public string ConnectionString => $"Data Source={File}";

    public static EngineCommit Batch(long head, int rows = 1, int payload = 100) => new()
    {
        ExpectedSequence = head,
        NewSequence = head + rows,
        Inbox = [.. Enumerable.Range(1, rows).Select(i => new InboxRow { Key = new(head + i, 7), Sequence = head + i, At = At(head + i) })],
        Journal = [.. Enumerable.Range(1, rows).Select(i => new JournalRow
        {
            Sequence = head + i,
            InputKind = "test",
            At = At(head + i),
            Conversation = 1,
            FirstEntry = head + i,
            Facts = [new FactRecord { Kind = "fact", Version = 1, Body = new byte[payload] }],
        })],
        Rows = [new StateRow { Key = new(StateTable.Conversations, 1), AppliedSequence = head + rows, Value = BitConverter.GetBytes(head + rows), IsResident = true }],
    };

    /// <summary>The folder of the copy made last; that of the test when there is none.</summary>
    public string LatestFolder => _copies == 0 ? Path : System.IO.Path.Combine(Path, $"crash-{_copies}");

    public string Latest => System.IO.Path.Combine(LatestFolder, "omni.db");

    internal GenerationLimits Limits { get; init; } = new();

    internal SqliteStore Open(string? folder = null)
    {
        var store = new SqliteStore($"Data Source={System.IO.Path.Combine(folder ?? Path, "omni.db")}", Limits);
        _stores.Add(store);
        return store;
    }

    internal async Task<SqliteStore> OpenLoadedAsync()
    {
        var store = Open();
        await store.LoadAsync(Default, Seed, CancellationToken.None);
        return store;
    }

    /// <summary>Opens a copy of a file, by default the latest, and its log as a crash now would leave them.</summary>
    internal SqliteStore OpenCopy(string? of = null)
    {
        var from = of ?? Latest;
        _copies++;
        Directory.CreateDirectory(LatestFolder);
        foreach (var part in new[] { "", "-wal" })
        {
            if (System.IO.File.Exists(from + part))
            {
                using var source = new FileStream(from + part, FileMode.Open, FileAccess.Read, FileShare.ReadWrite | FileShare.Delete);
                using var target = System.IO.File.Create(Latest + part);
                source.CopyTo(target);
            }
        }

        return Open(LatestFolder);
    }

    /// <summary>Makes the file as the first version of the schema has it, with rows of some conversations.</summary>
    internal void FirstVersion(int conversations, int rows)
    {
        using var connection = new SqliteConnection(ConnectionString + ";Pooling=false");
        connection.Open();
        SqliteSchema.Migrate(connection, File, Default, [SqliteSchema.Steps[0]]);
        for (var i = 1; i <= rows; i++)
        {
            SqliteSchema.Execute(connection, $"""
                INSERT INTO journal VALUES({i}, 'test', {i}, {1 + (i % conversations)}, {i}, NULL, x'0100', NULL);
                INSERT INTO inbox VALUES(randomblob(16), {i}, {i}, NULL);
                INSERT INTO state_conversation VALUES({i}, 7, 1, {i}, x'01');
                UPDATE head SET sequence = {i}, last_at = {i}, hash_key = zeroblob(32), id_seed = 1;
                """);
        }
    }

    /// <summary>Runs SQL on the file, beside any store.</summary>
    public object? Sql(string sql, string? file = null)
    {
        using var connection = new SqliteConnection($"Data Source={file ?? File};Pooling=false");
        connection.Open();
        using var command = connection.CreateCommand();
        command.CommandText = sql;
        return command.ExecuteScalar();
    }

    /// <summary>How SQLite would run a query on the file.</summary>
    public string Plan(string query)
    {
        using var connection = new SqliteConnection(ConnectionString + ";Pooling=false");
        connection.Open();
        using var command = connection.CreateCommand();
        command.CommandText = "EXPLAIN QUERY PLAN " + query;
        using var reader = command.ExecuteReader();
        var steps = new List<string>();
        while (reader.Read())
        {
            steps.Add(reader.GetString(3));
        }

        return string.Join("; ", steps);
    }

    public void Dispose()
    {
        foreach (var store in _stores)
        {
            store.Dispose();
        }

        _folder.Delete(recursive: true);
    }

    private static DateTimeOffset At(long sequence) => new DateTimeOffset(2026, 3, 1, 0, 0, 0, TimeSpan.Zero).AddSeconds(sequence);
}
