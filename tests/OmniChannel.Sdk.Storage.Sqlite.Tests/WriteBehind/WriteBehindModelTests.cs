using FsCheck;
using FsCheck.Fluent;
using OmniChannel.Storage.Sqlite.WriteBehind;

namespace OmniChannel.Storage.Sqlite.Tests.WriteBehind;

/// <summary>Commits, refusals, crashes and reopens in any order, with generations of a few rows, against the plain model.</summary>
public sealed class WriteBehindModelTests
{
    [Theory]
    [InlineData(6, 100_000)]
    [InlineData(25, 100_000)]
    [InlineData(100_000, 300)]
    public void AnyOrderOfSteps_ReadsWhatTheModelHas(int items, long bytes)
    {
        var limits = new GenerationLimits { Items = items, Bytes = bytes };
        Check.One(Config.QuickThrowOnFailure.WithMaxTest(Scale.Of(60)).WithStartSize(60).WithEndSize(120), Prop.ForAll<(byte Kind, int Seed)[]>(
            steps => RunAsync(steps, limits).GetAwaiter().GetResult()));
    }

    [Fact]
    public async Task CrashAfterAnyCommit_LosesNothing()
    {
        using var folder = new SqliteFolder { Limits = new GenerationLimits { Items = 15 } };
        var model = new WorkspaceModel();
        var store = await folder.OpenLoadedAsync();
        for (var i = 0; i < 60; i++)
        {
            var commit = model.Next(i);
            await store.CommitAsync(SqliteFolder.Default, commit, CancellationToken.None);
            model.Apply(commit);
            using var copy = folder.OpenCopy(folder.File);
            await model.CompareAsync(copy);
        }
    }

    private static async Task RunAsync((byte Kind, int Seed)[] steps, GenerationLimits limits)
    {
        using var folder = new SqliteFolder { Limits = limits };
        var model = new WorkspaceModel();
        var store = await folder.OpenLoadedAsync();
        foreach (var (kind, seed) in steps)
        {
            store = await StepAsync(kind % 16, seed, folder, store, model);
            await model.CompareAsync(store);
        }

        store.Dispose();
        Assert.Equal(0L, folder.Sql("SELECT count(*) FROM redo", folder.Latest));
        Assert.Equal((long)model.Inbox.Count, folder.Sql("SELECT count(*) FROM inbox", folder.Latest));
        Assert.Equal((long)model.Journal.Count, folder.Sql("SELECT drained FROM head", folder.Latest));
        Assert.Equal((long)model.Rows.Count, folder.Sql("SELECT (SELECT count(*) FROM state_conversation) + (SELECT count(*) FROM state_effect)", folder.Latest));
        Assert.Equal("ok", folder.Sql("PRAGMA integrity_check", folder.Latest));
    }

    private static async Task<SqliteStore> StepAsync(int kind, int seed, SqliteFolder folder, SqliteStore store, WorkspaceModel model)
    {
        var commit = model.Next(seed);
        switch (kind)
        {
            case 0:
                return folder.OpenCopy();
            case 1:
                store.Dispose();
                return folder.Open(folder.LatestFolder);
            case 2:
                await model.CompareLoadAsync(await store.LoadAsync(SqliteFolder.Default, SqliteFolder.Seed, default));
                return store;
            case 3:
                Assert.Equal(CommitOutcome.LeaseLost, await store.CommitAsync(SqliteFolder.Default, commit with { LeaseEpoch = 9 }, default));
                return store;
            case 4 when model.Inbox.Count > 0:
                var known = model.Inbox[Math.Abs(seed % model.Inbox.Count)];
                await Assert.ThrowsAnyAsync<Exception>(() => store.CommitAsync(SqliteFolder.Default, commit with { Inbox = [known] }, default));
                return store;
            case 4:
                var twice = new InboxRow { Key = new(-1, seed), Sequence = 1, At = default };
                await Assert.ThrowsAnyAsync<Exception>(() => store.CommitAsync(SqliteFolder.Default, commit with { Inbox = [twice, twice] }, default));
                return store;
            default:
                Assert.Equal(CommitOutcome.Committed, await store.CommitAsync(SqliteFolder.Default, commit, default));
                model.Apply(commit);
                return store;
        }
    }
}
