using System.Collections.Concurrent;

namespace OmniChannel.Storage.InMemory;

/// <summary>The reference implementation of the storage ports: what it answers is what a store answers. Thread-safe.</summary>
internal sealed class InMemoryStore : IEngineStore, IReadStore, IWorkspaceLeases
{
    private readonly ConcurrentDictionary<WorkspaceId, InMemoryWorkspace> _workspaces = new();

    public Task<EngineLoad> LoadAsync(WorkspaceId workspace, WorkspaceHead seed, CancellationToken cancellationToken) =>
        Run(cancellationToken, () => Create(workspace).Load(seed));

    public Task<IReadOnlyList<StateRow>> LoadRowsAsync(
        WorkspaceId workspace, IReadOnlyList<RowKey> keys, CancellationToken cancellationToken) =>
        ReadRowsAsync(workspace, keys, cancellationToken);

    public Task<IReadOnlyList<InboxRow>> FindInboxAsync(
        WorkspaceId workspace, IReadOnlyList<InboxKey> keys, CancellationToken cancellationToken) =>
        Run<IReadOnlyList<InboxRow>>(cancellationToken, () => Find(workspace)?.FindInbox(keys) ?? []);

    public Task<CommitOutcome> CommitAsync(WorkspaceId workspace, EngineCommit commit, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(commit);
        return Run(cancellationToken, () => Loaded(workspace).Commit(commit));
    }

    public Task<WorkspaceHead> ReadHeadAsync(WorkspaceId workspace, CancellationToken cancellationToken) =>
        Run(cancellationToken, () => Loaded(workspace).ReadHead() ?? throw NeverLoaded(workspace));

    public IAsyncEnumerable<JournalRow> ReadConversationAsync(
        WorkspaceId workspace, ConversationId conversation, long fromEntry, CancellationToken cancellationToken)
    {
        cancellationToken.ThrowIfCancellationRequested();
        return (Find(workspace)?.ReadConversation(conversation.Value, fromEntry) ?? []).ToAsyncEnumerable();
    }

    public Task<IReadOnlyList<JournalRow>> ReadJournalAsync(WorkspaceId workspace, long after, int limit, CancellationToken cancellationToken)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(limit);
        return Run<IReadOnlyList<JournalRow>>(cancellationToken, () => Find(workspace)?.ReadJournal(after, limit) ?? []);
    }

    public Task<IReadOnlyList<StateRow>> ReadRowsAsync(WorkspaceId workspace, IReadOnlyList<RowKey> keys, CancellationToken cancellationToken) =>
        Run<IReadOnlyList<StateRow>>(cancellationToken, () => Find(workspace)?.ReadRows(keys) ?? []);

    public Task<IReadOnlyList<StateRow>> ReadByParentAsync(
        WorkspaceId workspace, StateTable table, long parent, CancellationToken cancellationToken) =>
        Run<IReadOnlyList<StateRow>>(cancellationToken, () => Find(workspace)?.ReadByParent(table, parent) ?? []);

    public Task<long?> TryAcquireAsync(WorkspaceId workspace, CancellationToken cancellationToken) =>
        Run<long?>(cancellationToken, () => Create(workspace).AcquireLease());

    public Task<bool> RenewAsync(WorkspaceId workspace, long epoch, CancellationToken cancellationToken) =>
        Run(cancellationToken, () => Find(workspace)?.HoldsLease(epoch) ?? false);

    public Task ReleaseAsync(WorkspaceId workspace, long epoch, CancellationToken cancellationToken) =>
        Run(cancellationToken, () =>
        {
            Find(workspace)?.ReleaseLease(epoch);
            return true;
        });

    private static InvalidOperationException NeverLoaded(WorkspaceId workspace) => new($"Workspace '{workspace}' was never loaded.");

    private static Task<T> Run<T>(CancellationToken cancellationToken, Func<T> action)
    {
        if (cancellationToken.IsCancellationRequested)
        {
            return Task.FromCanceled<T>(cancellationToken);
        }

        try
        {
            return Task.FromResult(action());
        }
        catch (Exception e)
        {
            return Task.FromException<T>(e);
        }
    }

    private InMemoryWorkspace Create(WorkspaceId workspace) => _workspaces.GetOrAdd(workspace, static _ => new());

    private InMemoryWorkspace? Find(WorkspaceId workspace) => _workspaces.GetValueOrDefault(workspace);

    private InMemoryWorkspace Loaded(WorkspaceId workspace) => Find(workspace) ?? throw NeverLoaded(workspace);
}
