using Microsoft.Data.Sqlite;
using OmniChannel.Storage.Sqlite.WriteBehind;

namespace OmniChannel.Storage.Sqlite.Tests.WriteBehind;

/// <summary>The tables that follow their commits cannot be written for a while: nothing that was committed is lost, nothing half.</summary>
public sealed class DrainFailureTests : IDisposable
{
    private const int Before = 20;
    private readonly SqliteFolder _folder = new() { Limits = new GenerationLimits { Items = 6 } };

    [Theory]
    [InlineData("inbox")]
    [InlineData("timeline")]
    [InlineData("state_conversation")]
    public async Task Drain_ThatFailsForAWhile_LosesNothing(string table)
    {
        var store = await _folder.OpenLoadedAsync();
        for (var head = 0; head < Before; head++)
        {
            Assert.Equal(CommitOutcome.Committed, await CommitAsync(store, head));
        }

        _folder.Sql($"CREATE TRIGGER broken BEFORE INSERT ON {table} BEGIN SELECT RAISE(ABORT, 'no room'); END");
        var next = Before;
        var failures = 0;
        while (failures < 3)
        {
            try
            {
                Assert.Equal(CommitOutcome.Committed, await CommitAsync(store, next));
                next++;
                Assert.True(next < 1000, "The drain never wrote to the table.");
            }
            catch (SqliteException)
            {
                failures++;
                await AllAsync(store, next);
            }
        }

        using (var crashed = _folder.OpenCopy(_folder.File))
        {
            _folder.Sql("DROP TRIGGER broken", _folder.Latest);
            await LoadAsync(crashed);
            await AllAsync(crashed, next);
        }

        _folder.Sql("DROP TRIGGER broken");
        for (; next < Before + 60; next++)
        {
            Assert.Equal(CommitOutcome.Committed, await CommitAsync(store, next));
        }

        store.Dispose();
        var again = _folder.Open();
        await LoadAsync(again);
        await AllAsync(again, next);
    }

    public void Dispose() => _folder.Dispose();

    private static Task<CommitOutcome> CommitAsync(SqliteStore store, long head) =>
        store.CommitAsync(SqliteFolder.Default, SqliteFolder.Batch(head), CancellationToken.None);

    private static Task<EngineLoad> LoadAsync(SqliteStore store) => store.LoadAsync(SqliteFolder.Default, SqliteFolder.Seed, CancellationToken.None);

    /// <summary>Every key, every entry and the newest row, whether written to its table or not.</summary>
    private static async Task AllAsync(SqliteStore store, long head)
    {
        Assert.Equal(head, (await store.ReadHeadAsync(SqliteFolder.Default, CancellationToken.None)).Sequence);
        var keys = Enumerable.Range(1, (int)head).Select(i => new InboxKey(i, 7)).ToList();
        Assert.Equal(head, (await store.FindInboxAsync(SqliteFolder.Default, keys, CancellationToken.None)).Count);
        Assert.Equal(head, await store.ReadConversationAsync(SqliteFolder.Default, new ConversationId(1), 0, CancellationToken.None).CountAsync());
        var row = Assert.Single(await store.LoadRowsAsync(SqliteFolder.Default, [new(StateTable.Conversations, 1)], CancellationToken.None));
        Assert.Equal(head, BitConverter.ToInt64(row.Value.Span));
    }
}
