using Microsoft.Data.Sqlite;

namespace OmniChannel.Storage.Sqlite.Tests;

public sealed class SqliteSchemaTests : IDisposable
{
    private readonly SqliteFolder _folder = new();

    [Fact]
    public async Task Load_NewFile_HasThePresentVersionAndEveryTable()
    {
        (await _folder.OpenLoadedAsync()).Dispose();

        Assert.Equal((long)SqliteSchema.Version, _folder.Sql("PRAGMA user_version"));
        foreach (var table in StateTable.All)
        {
            Assert.Equal(0L, _folder.Sql($"SELECT count(*) FROM state_{table.Name}"));
        }
    }

    [Fact]
    public async Task Load_NewerVersion_IsRefusedNamingBothVersionsAndTheFile()
    {
        (await _folder.OpenLoadedAsync()).Dispose();
        _folder.Sql("PRAGMA user_version = 42");

        var error = await Assert.ThrowsAsync<StoreVersionException>(() => _folder.OpenLoadedAsync());

        Assert.Contains("42", error.Message, StringComparison.Ordinal);
        Assert.Contains($"up to {SqliteSchema.Version}", error.Message, StringComparison.Ordinal);
        Assert.Contains(_folder.File, error.Message, StringComparison.Ordinal);
        Assert.Equal(42L, _folder.Sql("PRAGMA user_version"));
    }

    [Fact]
    public async Task Load_AfterARefusal_TheFileIsNotLocked()
    {
        (await _folder.OpenLoadedAsync()).Dispose();
        _folder.Sql("PRAGMA user_version = 42");
        await Assert.ThrowsAsync<StoreVersionException>(() => _folder.OpenLoadedAsync());
        _folder.Sql($"PRAGMA user_version = {SqliteSchema.Version}");

        var store = await _folder.OpenLoadedAsync();

        Assert.Equal(0, (await store.ReadHeadAsync(SqliteFolder.Default, CancellationToken.None)).Sequence);
    }

    [Fact]
    public async Task Load_EmptyFile_BecomesAWorkspace()
    {
        await File.WriteAllBytesAsync(_folder.File, []);

        var store = await _folder.OpenLoadedAsync();

        Assert.Equal(CommitOutcome.Committed, await store.CommitAsync(SqliteFolder.Default, SqliteFolder.Batch(0), CancellationToken.None));
    }

    [Fact]
    public async Task Migrate_LaterSteps_RunOnceEachAndKeepTheData()
    {
        using (var store = await _folder.OpenLoadedAsync())
        {
            await store.CommitAsync(SqliteFolder.Default, SqliteFolder.Batch(0), CancellationToken.None);
        }

        string[] steps = [.. SqliteSchema.Steps, "CREATE TABLE extra(a); INSERT INTO extra VALUES(1)", "INSERT INTO extra VALUES(2)"];
        Migrate(steps);
        Migrate(steps);

        Assert.Equal((long)steps.Length, _folder.Sql("PRAGMA user_version"));
        Assert.Equal(2L, _folder.Sql("SELECT count(*) FROM extra"));
        Assert.Equal(1L, _folder.Sql("SELECT sequence FROM head"));
    }

    [Fact]
    public async Task Migrate_StepThatFails_LeavesTheVersionBefore()
    {
        (await _folder.OpenLoadedAsync()).Dispose();

        Assert.Throws<SqliteException>(() => Migrate([.. SqliteSchema.Steps, "CREATE TABLE extra(a); INSERT INTO nowhere VALUES(1)"]));

        Assert.Equal((long)SqliteSchema.Version, _folder.Sql("PRAGMA user_version"));
        Assert.Equal(0L, _folder.Sql("SELECT count(*) FROM sqlite_master WHERE name = 'extra'"));
    }

    [Fact]
    public async Task Load_DatabaseOfAnotherApplication_IsRefusedAndLeftAlone()
    {
        _folder.Sql("CREATE TABLE theirs(a); PRAGMA journal_mode = DELETE");

        var error = await Assert.ThrowsAsync<InvalidDataException>(() => _folder.OpenLoadedAsync());

        Assert.Contains(_folder.File, error.Message, StringComparison.Ordinal);
        Assert.Equal(1L, _folder.Sql("SELECT count(*) FROM sqlite_master"));
        Assert.Equal("delete", _folder.Sql("PRAGMA journal_mode"));
    }

    [Fact]
    public async Task Load_FileThatIsNoDatabase_SaysWhichFile()
    {
        await File.WriteAllTextAsync(_folder.File, new string('x', 5000));

        var error = await Assert.ThrowsAsync<IOException>(() => _folder.OpenLoadedAsync());

        Assert.Contains(_folder.File, error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Load_FileOfAnotherWorkspace_IsRefused()
    {
        (await _folder.OpenLoadedAsync()).Dispose();
        File.Copy(_folder.File, Path.Combine(_folder.Path, "omni.shop.db"));

        await Assert.ThrowsAsync<InvalidDataException>(
            () => _folder.Open().LoadAsync(new WorkspaceId("shop"), SqliteFolder.Seed, CancellationToken.None));
    }

    public void Dispose() => _folder.Dispose();

    private void Migrate(IReadOnlyList<string> steps)
    {
        using var connection = new SqliteConnection(_folder.ConnectionString + ";Pooling=false");
        connection.Open();
        SqliteSchema.Migrate(connection, _folder.File, SqliteFolder.Default, steps);
    }
}
