using OmniChannel.Storage.Sqlite.WriteBehind;

namespace OmniChannel.Storage.Sqlite.Tests;

/// <summary>Files as a crash leaves them: copied while the store is open, the log cut anywhere, with generations drained in between.</summary>
public sealed class SqliteCrashTests : IDisposable
{
    private readonly SqliteFolder _folder = new() { Limits = new GenerationLimits { Items = 12 } };

    [Fact]
    public async Task Reopen_LogCutAnywhere_HoldsAWholeNumberOfCommits()
    {
        const int Commits = 12;
        const int RowsOfEach = 5;
        var store = await _folder.OpenLoadedAsync();
        for (var i = 0; i < Commits; i++)
        {
            await store.CommitAsync(SqliteFolder.Default, SqliteFolder.Batch(i * RowsOfEach, RowsOfEach), CancellationToken.None);
        }

        var log = await ReadSharedAsync(_folder.File + "-wal");
        var heads = new HashSet<long>();
        for (var cut = log.Length; cut > 0; cut -= 4999)
        {
            heads.Add(await HeadOfCopyAsync(log.AsMemory(0, cut), RowsOfEach));
        }

        Assert.Contains((long)Commits * RowsOfEach, heads);
        Assert.True(heads.Count > Commits / 2, $"{heads.Count} different heads");
    }

    [Fact]
    public async Task Reopen_LogTornInItsLastCommit_KeepsTheOnesBefore()
    {
        var store = await _folder.OpenLoadedAsync();
        await store.CommitAsync(SqliteFolder.Default, SqliteFolder.Batch(0), CancellationToken.None);
        var before = (await ReadSharedAsync(_folder.File + "-wal")).Length;
        await store.CommitAsync(SqliteFolder.Default, SqliteFolder.Batch(1), CancellationToken.None);
        var log = await ReadSharedAsync(_folder.File + "-wal");
        log[before + 100] ^= 0x40;

        Assert.Equal(1, await HeadOfCopyAsync(log, rowsOfEach: 1));
    }

    public void Dispose() => _folder.Dispose();

    private static async Task<byte[]> ReadSharedAsync(string file)
    {
        await using var stream = new FileStream(file, FileMode.Open, FileAccess.Read, FileShare.ReadWrite | FileShare.Delete);
        var bytes = new byte[stream.Length];
        await stream.ReadExactlyAsync(bytes);
        return bytes;
    }

    /// <summary>Opens a copy of the file with a log, checks that it is whole, and gives its head.</summary>
    private async Task<long> HeadOfCopyAsync(ReadOnlyMemory<byte> log, int rowsOfEach)
    {
        var copy = Path.Combine(_folder.Path, "copy-" + log.Length);
        Directory.CreateDirectory(copy);
        var file = Path.Combine(copy, "omni.db");
        await File.WriteAllBytesAsync(file, await ReadSharedAsync(_folder.File));
        await File.WriteAllBytesAsync(file + "-wal", log.ToArray());

        using var store = _folder.Open(copy);
        var load = await store.LoadAsync(SqliteFolder.Default, SqliteFolder.Seed, CancellationToken.None);
        var head = load.Head.Sequence;
        var journal = await store.ReadJournalAsync(SqliteFolder.Default, 0, 1000, CancellationToken.None);
        var timeline = await store.ReadConversationAsync(SqliteFolder.Default, new ConversationId(1), 0, CancellationToken.None).ToListAsync();
        var keys = await load.InboxKeys.ToListAsync();
        var rows = await load.Rows.ToListAsync();

        Assert.Equal(0, head % rowsOfEach);
        Assert.Equal(head, journal.Count);
        Assert.Equal(head, timeline.Count);
        Assert.Equal(head, keys.Count);
        Assert.Equal(head, rows.Count == 0 ? 0 : BitConverter.ToInt64(rows[0].Value.Span));
        Assert.Equal(CommitOutcome.Committed, await store.CommitAsync(SqliteFolder.Default, SqliteFolder.Batch(head), CancellationToken.None));
        Assert.Equal("ok", _folder.Sql("PRAGMA integrity_check", file));
        return head;
    }
}
