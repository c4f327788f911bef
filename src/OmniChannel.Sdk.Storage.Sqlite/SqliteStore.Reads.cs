namespace OmniChannel.Storage.Sqlite;

internal sealed partial class SqliteStore
{
    public IAsyncEnumerable<JournalRow> ReadConversationAsync(
        WorkspaceId workspace, ConversationId conversation, long fromEntry, CancellationToken cancellationToken) =>
        ConversationRows(workspace, conversation.Value, fromEntry, cancellationToken).ToAsyncEnumerable();

    public Task<IReadOnlyList<JournalRow>> ReadJournalAsync(WorkspaceId workspace, long after, int limit, CancellationToken cancellationToken)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(limit);
        return ReadList(workspace, reader => reader.ReadJournal(after, limit), cancellationToken);
    }

    public Task<IReadOnlyList<StateRow>> ReadRowsAsync(WorkspaceId workspace, IReadOnlyList<RowKey> keys, CancellationToken cancellationToken) =>
        ReadList(workspace, reader => reader.ReadRows(keys), cancellationToken);

    public Task<IReadOnlyList<StateRow>> ReadByParentAsync(
        WorkspaceId workspace, StateTable table, long parent, CancellationToken cancellationToken) =>
        ReadList(workspace, reader => reader.ReadByParent(table, parent), cancellationToken);

    private IEnumerable<JournalRow> ConversationRows(
        WorkspaceId workspace, long conversation, long fromEntry, CancellationToken cancellationToken)
    {
        cancellationToken.ThrowIfCancellationRequested();
        var opened = Find(workspace);
        if (opened is null)
        {
            yield break;
        }

        var from = opened.Read(reader => reader.FindRowOfEntry(conversation, fromEntry));
        while (true)
        {
            cancellationToken.ThrowIfCancellationRequested();
            var page = opened.Read(reader => reader.ReadConversationPage(conversation, from));
            if (page.Count == 0)
            {
                yield break;
            }

            foreach (var row in page)
            {
                yield return row;
            }

            from = page[^1].FirstEntry + 1;
        }
    }

    private Task<IReadOnlyList<T>> ReadList<T>(WorkspaceId workspace, Func<SqliteReader, List<T>> read, CancellationToken cancellationToken) =>
        Run<IReadOnlyList<T>>(cancellationToken, () => Find(workspace)?.Read(read) ?? []);
}
