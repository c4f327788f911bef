using System.Runtime.InteropServices;
using Microsoft.Data.Sqlite;
using OmniChannel.Storage.Sqlite.WriteBehind;

namespace OmniChannel.Storage.Sqlite.Tests.WriteBehind;

public sealed class SqliteWriteBehindTests : IDisposable
{
    private static readonly WorkspaceId Workspace = SqliteFolder.Default;

    private readonly SqliteFolder _folder = new() { Limits = new GenerationLimits { Items = 50 } };

    private delegate int WalHook(nint state, nint connection, nint database, int pages);

    [Fact]
    public async Task Commit_BelowTheLimit_LeavesTheTablesToALaterOne()
    {
        var store = await _folder.OpenLoadedAsync();
        await store.CommitAsync(Workspace, SqliteFolder.Batch(0, rows: 5), default);

        Assert.Equal(0L, _folder.Sql("SELECT count(*) FROM state_conversation"));
        Assert.Equal(0L, _folder.Sql("SELECT count(*) FROM timeline"));
        Assert.Equal(1L, _folder.Sql("SELECT count(*) FROM redo"));
        Assert.Single(await store.ReadRowsAsync(Workspace, [new(StateTable.Conversations, 1)], default));
    }

    [Fact]
    public async Task Load_AfterCommits_WritesAllThatWasHeldBack()
    {
        var store = await _folder.OpenLoadedAsync();
        await store.CommitAsync(Workspace, SqliteFolder.Batch(0, rows: 5), default);
        await store.LoadAsync(Workspace, SqliteFolder.Seed, default);

        Assert.Equal(1L, _folder.Sql("SELECT count(*) FROM state_conversation"));
        Assert.Equal(5L, _folder.Sql("SELECT count(*) FROM timeline"));
        Assert.Equal(0L, _folder.Sql("SELECT count(*) FROM redo"));
    }

    [Fact]
    public async Task LoadedRows_CommitWhileTheyAreRead_AreThoseOfTheCommit()
    {
        var store = await _folder.OpenLoadedAsync();
        var load = await store.LoadAsync(Workspace, SqliteFolder.Seed, default);
        await store.CommitAsync(Workspace, SqliteFolder.Batch(0, rows: 5), default);

        Assert.Equal(5, Assert.Single(await load.Rows.ToListAsync()).AppliedSequence);
    }

    [Fact]
    public async Task Conversation_PartlyInTheTable_IsReadWholeAndOnceFromEveryEntry()
    {
        const int Rows = 1400;
        var store = await _folder.OpenLoadedAsync();
        for (var head = 0; head < Rows; head += 7)
        {
            await store.CommitAsync(Workspace, SqliteFolder.Batch(head, rows: 7, payload: 1), default);
        }

        var inTable = (long)_folder.Sql("SELECT count(*) FROM timeline")!;
        Assert.InRange(inTable, 1, Rows - 1);
        foreach (var from in new[] { 0, 1, 700, (int)inTable, (int)inTable + 1, Rows })
        {
            var read = await store.ReadConversationAsync(Workspace, new ConversationId(1), from, default).ToListAsync();
            Assert.Equal(Enumerable.Range(Math.Max(from, 1), Rows + 1 - Math.Max(from, 1)).Select(i => (long)i), read.Select(r => r.FirstEntry));
        }
    }

    [Fact]
    public async Task Commit_RefusedAtItsEnd_IsNotInTheOverlay()
    {
        var store = await _folder.OpenLoadedAsync();
        await store.CommitAsync(Workspace, SqliteFolder.Batch(0), default);
        var isRefusing = true;
        store.Opened(Workspace).Write(writer =>
        {
            SQLitePCL.raw.sqlite3_commit_hook(writer.Connection.Handle, _ => isRefusing ? 1 : 0, null);
            return 0;
        });

        await Assert.ThrowsAsync<SqliteException>(() => store.CommitAsync(Workspace, SqliteFolder.Batch(1), default));
        Assert.Equal(1, await AppliedAsync(store));

        isRefusing = false;
        Assert.Equal(CommitOutcome.Committed, await store.CommitAsync(Workspace, SqliteFolder.Batch(1), default));
        Assert.Equal(2, await AppliedAsync(store));
    }

    [Theory]
    [InlineData(10)]
    [InlineData(19)]
    public async Task Commit_LandedButThrew_IsInTheOverlay(int code)
    {
        var store = await _folder.OpenLoadedAsync();
        await store.CommitAsync(Workspace, SqliteFolder.Batch(0), default);
        WalHook hook = (_, _, _, _) => code;
        store.Opened(Workspace).Write(writer => SetWalHook(writer.Connection.Handle!, hook, 0));

        await Assert.ThrowsAsync<SqliteException>(() => store.CommitAsync(Workspace, SqliteFolder.Batch(1), default));

        Assert.Equal(2, (await store.ReadHeadAsync(Workspace, default)).Sequence);
        Assert.Equal(2, await AppliedAsync(store));
        store.Opened(Workspace).Write(writer => SetWalHook(writer.Connection.Handle!, null, 0));
        Assert.Equal(CommitOutcome.Committed, await store.CommitAsync(Workspace, SqliteFolder.Batch(2), default));
        Assert.Equal(3, await AppliedAsync(store));
        GC.KeepAlive(hook);
    }

    [Fact]
    public async Task Reads_WhileGenerationsAreDrained_SeeWholeCommitsAndNeverGoBack()
    {
        const int Rounds = 300;
        var store = await _folder.OpenLoadedAsync();
        await store.CommitAsync(Workspace, Round(0), default);
        using var done = new CancellationTokenSource();
        var readers = Enumerable.Range(0, 2).Select(_ => Task.Run(() => ReadAsync(store, done.Token))).ToArray();
        for (var i = 1; i < Rounds; i++)
        {
            Assert.Equal(CommitOutcome.Committed, await store.CommitAsync(Workspace, Round(i), default));
        }

        await done.CancelAsync();
        await Task.WhenAll(readers);
    }

    [Fact]
    public async Task Redo_ManyGenerations_StaysShort()
    {
        var store = await _folder.OpenLoadedAsync();
        for (var i = 0; i < 600; i++)
        {
            await store.CommitAsync(Workspace, Round(i), default);
        }

        Assert.InRange((long)_folder.Sql("SELECT count(*) FROM redo")!, 1, 100);
    }

    [Fact]
    public async Task Load_FileOfTheFirstVersion_KeepsItsRowsAndItsTimelines()
    {
        _folder.FirstVersion(conversations: 3, rows: 30);

        var store = await _folder.OpenLoadedAsync();

        Assert.Equal((long)SqliteSchema.Version, _folder.Sql("PRAGMA user_version"));
        Assert.Equal(0L, _folder.Sql("SELECT count(*) FROM sqlite_master WHERE name = 'journal_conversation'"));
        Assert.Equal(30, (await store.ReadHeadAsync(Workspace, default)).Sequence);
        Assert.Equal(10, (await store.ReadConversationAsync(Workspace, new ConversationId(2), 0, default).ToListAsync()).Count);
        Assert.Equal(30, (await store.ReadByParentAsync(Workspace, StateTable.Conversations, 7, default)).Count);
        Assert.Equal(CommitOutcome.Committed, await store.CommitAsync(Workspace, SqliteFolder.Batch(30), default));
        Assert.Equal(31, await AppliedAsync(store));
    }

    public void Dispose() => _folder.Dispose();

    [DllImport("e_sqlite3", EntryPoint = "sqlite3_wal_hook")]
    private static extern nint SetWalHook(SafeHandle connection, WalHook? hook, nint state);

    private static EngineCommit Round(int head) => SqliteFolder.Batch(head) with
    {
        Rows = [.. Enumerable.Range(0, 10).Select(k => new StateRow
        {
            Key = new(StateTable.Profiles, k + (head % 3 == 0 ? 0 : 10)),
            Parent = 3,
            AppliedSequence = head + 1,
            Value = new byte[20],
        })],
        Removed = [.. Enumerable.Range(0, 10).Select(k => new RowKey(StateTable.Profiles, k + (head % 3 == 0 ? 10 : 0)))],
    };

    private static async Task<long> AppliedAsync(SqliteStore store) =>
        Assert.Single(await store.ReadRowsAsync(Workspace, [new(StateTable.Conversations, 1)], default)).AppliedSequence;

    /// <summary>Ten of the twenty keys exist at each moment, all of one commit.</summary>
    private static async Task ReadAsync(SqliteStore store, CancellationToken done)
    {
        RowKey[] keys = [.. Enumerable.Range(0, 20).Select(k => new RowKey(StateTable.Profiles, k))];
        var seen = 1L;
        do
        {
            var journal = await store.ReadConversationAsync(Workspace, new ConversationId(1), seen, CancellationToken.None).ToListAsync(CancellationToken.None);
            Assert.Equal(Enumerable.Range(0, journal.Count).Select(i => seen + i), journal.Select(j => j.Sequence));
            seen = journal[^1].Sequence;
            foreach (var rows in new[]
            {
                await store.ReadRowsAsync(Workspace, keys, CancellationToken.None), await store.ReadByParentAsync(Workspace, StateTable.Profiles, 3, CancellationToken.None),
            })
            {
                Assert.Equal(10, rows.Count);
                var applied = Assert.Single(rows.Select(r => r.AppliedSequence).Distinct());
                Assert.True(applied >= seen, "reads do not go back");
                seen = applied;
            }
        }
        while (!done.IsCancellationRequested);
    }
}
