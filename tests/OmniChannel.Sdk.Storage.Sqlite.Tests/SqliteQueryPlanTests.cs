namespace OmniChannel.Storage.Sqlite.Tests;

public sealed class SqliteQueryPlanTests : IDisposable
{
    private readonly SqliteFolder _folder = new();

    [Theory]
    [InlineData("SELECT first_entry, sequence FROM timeline WHERE conversation = 1 AND first_entry >= 2 ORDER BY first_entry, sequence LIMIT 5", "timeline USING PRIMARY KEY")]
    [InlineData("SELECT max(first_entry) FROM timeline WHERE conversation = 1 AND first_entry <= 2", "timeline USING PRIMARY KEY")]
    [InlineData("SELECT * FROM state_message WHERE parent = 1 ORDER BY key", "state_message_parent")]
    [InlineData("SELECT * FROM state_message WHERE resident = 1 AND key >= 5 ORDER BY key LIMIT 5", "state_message_resident")]
    public async Task Query_UsesItsIndexWithoutSorting(string query, string index)
    {
        (await _folder.OpenLoadedAsync()).Dispose();

        var plan = _folder.Plan(query);

        Assert.Contains(index, plan, StringComparison.Ordinal);
        Assert.DoesNotContain("TEMP B-TREE", plan, StringComparison.Ordinal);
    }

    public void Dispose() => _folder.Dispose();
}
