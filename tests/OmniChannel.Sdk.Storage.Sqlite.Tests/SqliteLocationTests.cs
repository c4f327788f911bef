namespace OmniChannel.Storage.Sqlite.Tests;

public sealed class SqliteLocationTests : IDisposable
{
    private readonly SqliteFolder _folder = new();

    [Theory]
    [InlineData("default", "omni.db")]
    [InlineData("shop-2_b", "omni.shop-2_b.db")]
    [InlineData("Shop", "omni.=53hop.db")]
    [InlineData("../up", "omni.=2e=2e=2fup.db")]
    [InlineData("店", "omni.=u5e97.db")]
    [InlineData("a=53b", "omni.a=3d53b.db")]
    [InlineData("con", "omni.con.db")]
    public async Task Workspace_HasAFileOfItsOwn(string workspace, string file)
    {
        await _folder.Open().LoadAsync(new WorkspaceId(workspace), SqliteFolder.Seed, CancellationToken.None);

        Assert.Equal([file], Directory.GetFiles(_folder.Path, "*.db").Select(Path.GetFileName));
    }

    [Fact]
    public void SafeName_LongNames_StayShortAndDifferent()
    {
        var one = SqliteLocation.SafeName(new string('店', 127) + "a");
        var two = SqliteLocation.SafeName(new string('店', 127) + "b");

        Assert.NotEqual(one, two);
        Assert.InRange(one.Length, 1, 100);
        Assert.All(one, c => Assert.True(char.IsAsciiLetterLower(c) || char.IsAsciiDigit(c) || c is '=' or '~'));
    }

    [Theory]
    [InlineData("Data Source=:memory:")]
    [InlineData("Data Source=x.db;Mode=Memory")]
    [InlineData("Data Source=x.db;Mode=ReadOnly")]
    [InlineData("Data Source=file:x.db?mode=memory")]
    [InlineData("Cache=Private")]
    [InlineData(" ")]
    public void ConnectionString_WithoutAFileToWrite_IsRefused(string connectionString) =>
        Assert.ThrowsAny<ArgumentException>(() => new SqliteLocation(connectionString));

    [Fact]
    public async Task Read_WorkspaceWithoutFile_IsEmptyAndMakesNoFile()
    {
        var store = _folder.Open();

        Assert.Empty(await store.ReadJournalAsync(new WorkspaceId("none"), 0, 10, CancellationToken.None));
        Assert.Empty(await store.ReadConversationAsync(new WorkspaceId("none"), new ConversationId(1), 0, CancellationToken.None).ToListAsync());
        await Assert.ThrowsAsync<InvalidOperationException>(() => store.ReadHeadAsync(new WorkspaceId("none"), CancellationToken.None));

        Assert.Empty(Directory.GetFiles(_folder.Path));
    }

    public void Dispose() => _folder.Dispose();
}
