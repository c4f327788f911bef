namespace OmniChannel.Storage;

/// <summary>What readers need of a store: committed state only, from any thread.</summary>
public interface IReadStore
{
    /// <summary>Journal rows that wrote to a conversation, in order, from those that hold <paramref name="fromEntry"/> on.</summary>
    IAsyncEnumerable<JournalRow> ReadConversationAsync(WorkspaceId workspace, ConversationId conversation, long fromEntry, CancellationToken cancellationToken);

    /// <summary>Journal rows after a sequence, in order, at most <paramref name="limit"/>.</summary>
    Task<IReadOnlyList<JournalRow>> ReadJournalAsync(WorkspaceId workspace, long after, int limit, CancellationToken cancellationToken);

    /// <summary>The rows among the keys that exist, in any order.</summary>
    Task<IReadOnlyList<StateRow>> ReadRowsAsync(WorkspaceId workspace, IReadOnlyList<RowKey> keys, CancellationToken cancellationToken);

    /// <summary>Rows of a table by parent, newest key last.</summary>
    Task<IReadOnlyList<StateRow>> ReadByParentAsync(WorkspaceId workspace, StateTable table, long parent, CancellationToken cancellationToken);
}
