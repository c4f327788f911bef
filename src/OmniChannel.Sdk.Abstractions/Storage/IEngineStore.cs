namespace OmniChannel.Storage;

/// <summary>
/// What the writer needs of a store. One writer per workspace calls it, from one thread at a time, except that <see cref="LoadRowsAsync"/>
/// and <see cref="FindInboxAsync"/> may run while a commit is under way.
/// </summary>
public interface IEngineStore
{
    /// <summary>Opens the workspace, creating it with <paramref name="seed"/> (hash key, id seed) where it is new, and migrating it forward.</summary>
    /// <exception cref="StoreVersionException">The store was written by a newer version.</exception>
    Task<EngineLoad> LoadAsync(WorkspaceId workspace, WorkspaceHead seed, CancellationToken cancellationToken);

    /// <summary>The rows among the keys that exist, in any order.</summary>
    Task<IReadOnlyList<StateRow>> LoadRowsAsync(WorkspaceId workspace, IReadOnlyList<RowKey> keys, CancellationToken cancellationToken);

    /// <summary>The inbox rows among the keys that exist, in any order.</summary>
    Task<IReadOnlyList<InboxRow>> FindInboxAsync(WorkspaceId workspace, IReadOnlyList<InboxKey> keys, CancellationToken cancellationToken);

    /// <summary>Writes a batch in one transaction, durably, or nothing. Throwing means that the outcome is unknown: the head tells.</summary>
    Task<CommitOutcome> CommitAsync(WorkspaceId workspace, EngineCommit commit, CancellationToken cancellationToken);

    /// <summary>The head as it is now.</summary>
    Task<WorkspaceHead> ReadHeadAsync(WorkspaceId workspace, CancellationToken cancellationToken);
}
