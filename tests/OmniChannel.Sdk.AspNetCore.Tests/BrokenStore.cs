using OmniChannel.Conversations;
using OmniChannel.Storage;

namespace OmniChannel.AspNetCore.Tests;

/// <summary>A store whose file turns out to be unreadable after a while.</summary>
internal sealed class BrokenStore : IEngineStore, IReadStore, IWorkspaceLeases
{
    private readonly TaskCompletionSource<EngineLoad> _load = new(TaskCreationOptions.RunContinuationsAsynchronously);

    public void Break() => _load.SetException(new IOException("The disk is broken."));

    public Task<EngineLoad> LoadAsync(WorkspaceId workspace, WorkspaceHead seed, CancellationToken cancellationToken) => _load.Task;

    public Task<IReadOnlyList<StateRow>> LoadRowsAsync(WorkspaceId workspace, IReadOnlyList<RowKey> keys, CancellationToken cancellationToken) => throw new IOException();

    public Task<IReadOnlyList<InboxRow>> FindInboxAsync(WorkspaceId workspace, IReadOnlyList<InboxKey> keys, CancellationToken cancellationToken) => throw new IOException();

    public Task<CommitOutcome> CommitAsync(WorkspaceId workspace, EngineCommit commit, CancellationToken cancellationToken) => throw new IOException();

    public Task<WorkspaceHead> ReadHeadAsync(WorkspaceId workspace, CancellationToken cancellationToken) => throw new IOException();

    public IAsyncEnumerable<JournalRow> ReadConversationAsync(WorkspaceId workspace, ConversationId conversation, long fromEntry, CancellationToken cancellationToken) => throw new IOException();

    public Task<IReadOnlyList<JournalRow>> ReadJournalAsync(WorkspaceId workspace, long after, int limit, CancellationToken cancellationToken) => throw new IOException();

    public Task<IReadOnlyList<StateRow>> ReadRowsAsync(WorkspaceId workspace, IReadOnlyList<RowKey> keys, CancellationToken cancellationToken) => throw new IOException();

    public Task<IReadOnlyList<StateRow>> ReadByParentAsync(WorkspaceId workspace, StateTable table, long parent, CancellationToken cancellationToken) => throw new IOException();

    public Task<long?> TryAcquireAsync(WorkspaceId workspace, CancellationToken cancellationToken) => Task.FromResult<long?>(1);

    public Task<bool> RenewAsync(WorkspaceId workspace, long epoch, CancellationToken cancellationToken) => Task.FromResult(true);

    public Task ReleaseAsync(WorkspaceId workspace, long epoch, CancellationToken cancellationToken) => Task.CompletedTask;
}
