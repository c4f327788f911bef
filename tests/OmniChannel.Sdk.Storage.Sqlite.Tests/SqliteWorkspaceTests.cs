using System.Diagnostics;

namespace OmniChannel.Storage.Sqlite.Tests;

public sealed class SqliteWorkspaceTests : IDisposable
{
    private readonly SqliteFolder _folder = new();

    [Fact]
    public async Task Writer_HasWriteAheadLogAndFullSynchronisation()
    {
        var store = await _folder.OpenLoadedAsync();

        var (journal, synchronous, secureDelete) = store.Opened(SqliteFolder.Default).Write(writer => (
            SqliteSchema.Scalar(writer.Connection, "PRAGMA journal_mode"),
            SqliteSchema.Scalar(writer.Connection, "PRAGMA synchronous"),
            SqliteSchema.Scalar(writer.Connection, "PRAGMA secure_delete")));

        Assert.Equal("wal", journal);
        Assert.Equal(2L, synchronous);
        Assert.Equal(1L, secureDelete);
    }

    [Fact]
    public async Task Load_OpenElsewhere_FailsAndNamesTheFile()
    {
        await _folder.OpenLoadedAsync();

        var load = await Assert.ThrowsAsync<IOException>(() => _folder.OpenLoadedAsync());
        var lease = await Assert.ThrowsAsync<IOException>(() => _folder.Open().TryAcquireAsync(SqliteFolder.Default, CancellationToken.None));

        Assert.Contains(_folder.File, load.Message, StringComparison.Ordinal);
        Assert.Contains(_folder.File, lease.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Load_LockedByAnotherProcess_FailsAndNamesTheFile()
    {
        Assert.SkipUnless(OperatingSystem.IsLinux() && File.Exists("/usr/bin/flock"), "Needs the flock tool.");
        using var holder = Process.Start(new ProcessStartInfo("/usr/bin/flock")
        {
            ArgumentList = { _folder.File + ".lock", "sh", "-c", "echo held; read line" },
            RedirectStandardOutput = true,
            RedirectStandardInput = true,
        })!;
        Assert.Equal("held", await holder.StandardOutput.ReadLineAsync());

        var error = await Assert.ThrowsAsync<IOException>(() => _folder.OpenLoadedAsync());
        await holder.StandardInput.WriteLineAsync();
        await holder.WaitForExitAsync();

        Assert.Contains(_folder.File, error.Message, StringComparison.Ordinal);
        await _folder.OpenLoadedAsync();
    }

    [Fact]
    public async Task Dispose_EmptiesTheLogIntoTheFileAndLetsOthersIn()
    {
        var store = await _folder.OpenLoadedAsync();
        await store.CommitAsync(SqliteFolder.Default, SqliteFolder.Batch(0, rows: 64), CancellationToken.None);
        await store.ReadJournalAsync(SqliteFolder.Default, 0, 10, CancellationToken.None);

        store.Dispose();

        Assert.False(File.Exists(_folder.File + "-wal"));
        var again = await _folder.OpenLoadedAsync();
        Assert.Equal(64, (await again.ReadHeadAsync(SqliteFolder.Default, CancellationToken.None)).Sequence);
    }

    [Fact]
    public async Task Commit_AfterDispose_Throws()
    {
        var store = await _folder.OpenLoadedAsync();
        store.Dispose();

        await Assert.ThrowsAsync<ObjectDisposedException>(
            () => store.CommitAsync(SqliteFolder.Default, SqliteFolder.Batch(0), CancellationToken.None));
    }

    [Fact]
    public async Task Commit_DiskFull_ThrowsWritesNothingAndRecovers()
    {
        var store = await _folder.OpenLoadedAsync();
        await store.CommitAsync(SqliteFolder.Default, SqliteFolder.Batch(0), CancellationToken.None);
        Limit(store, "(SELECT page_count + 4 FROM pragma_page_count)");

        for (var i = 0; i < 3; i++)
        {
            var error = await Assert.ThrowsAsync<Microsoft.Data.Sqlite.SqliteException>(
                () => store.CommitAsync(SqliteFolder.Default, SqliteFolder.Batch(1, rows: 64, payload: 2000), CancellationToken.None));
            Assert.Equal(13, error.SqliteErrorCode);
            Assert.Equal(1, (await store.ReadHeadAsync(SqliteFolder.Default, CancellationToken.None)).Sequence);
        }

        Limit(store, "1000000");
        Assert.Equal(
            CommitOutcome.Committed,
            await store.CommitAsync(SqliteFolder.Default, SqliteFolder.Batch(1, rows: 64, payload: 2000), CancellationToken.None));
        Assert.Equal("ok", _folder.Sql("PRAGMA integrity_check"));
        store.Opened(SqliteFolder.Default).Flush();
        Assert.Equal(65L, _folder.Sql("SELECT count(*) FROM inbox"));
    }

    [Fact]
    public async Task Commit_ConnectionLost_OpensANewOneForTheNext()
    {
        var store = await _folder.OpenLoadedAsync();
        store.Opened(SqliteFolder.Default).Write(writer =>
        {
            SqliteSchema.Execute(writer.Connection, "PRAGMA query_only = ON");
            return 0;
        });

        await Assert.ThrowsAsync<Microsoft.Data.Sqlite.SqliteException>(
            () => store.CommitAsync(SqliteFolder.Default, SqliteFolder.Batch(0), CancellationToken.None));

        Assert.Equal(CommitOutcome.Committed, await store.CommitAsync(SqliteFolder.Default, SqliteFolder.Batch(0), CancellationToken.None));
    }

    public void Dispose() => _folder.Dispose();

    private static void Limit(SqliteStore store, string pages) => store.Opened(SqliteFolder.Default).Write(writer =>
    {
        var count = pages.StartsWith('(') ? SqliteSchema.Scalar(writer.Connection, "SELECT " + pages) : pages;
        SqliteSchema.Execute(writer.Connection, $"PRAGMA max_page_count = {count}");
        return 0;
    });
}
