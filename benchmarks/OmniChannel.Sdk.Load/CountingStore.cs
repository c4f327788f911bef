using OmniChannel.Storage;

namespace OmniChannel.Load;

/// <summary>The store, and how much the engine writes to it.</summary>
internal sealed class CountingStore(IEngineStore store) : IEngineStore
{
    public long Commits { get; private set; }

    public long Inputs { get; private set; }

    public long Rows { get; private set; }

    public long Bytes { get; private set; }

    public Task<EngineLoad> LoadAsync(WorkspaceId workspace, WorkspaceHead seed, CancellationToken cancellationToken) =>
        store.LoadAsync(workspace, seed, cancellationToken);

    public Task<IReadOnlyList<StateRow>> LoadRowsAsync(WorkspaceId workspace, IReadOnlyList<RowKey> keys, CancellationToken cancellationToken) =>
        store.LoadRowsAsync(workspace, keys, cancellationToken);

    public Task<IReadOnlyList<InboxRow>> FindInboxAsync(WorkspaceId workspace, IReadOnlyList<InboxKey> keys, CancellationToken cancellationToken) =>
        store.FindInboxAsync(workspace, keys, cancellationToken);

    public Task<CommitOutcome> CommitAsync(WorkspaceId workspace, EngineCommit commit, CancellationToken cancellationToken)
    {
        Commits++;
        Inputs += commit.Journal.Count;
        Rows += commit.Inbox.Count + commit.Journal.Count + commit.Rows.Count + commit.Removed.Count;
        Bytes += commit.Rows.Sum(r => (long)r.Value.Length) + commit.Journal.Sum(j => j.Payload.Length + j.Facts.Sum(f => (long)f.Body.Length)) + (16L * commit.Inbox.Count);
        return store.CommitAsync(workspace, commit, cancellationToken);
    }

    public Task<WorkspaceHead> ReadHeadAsync(WorkspaceId workspace, CancellationToken cancellationToken) => store.ReadHeadAsync(workspace, cancellationToken);

    public void Reset() => (Commits, Inputs, Rows, Bytes) = (0, 0, 0, 0);
}
