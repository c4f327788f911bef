using System.Collections.Concurrent;
using OmniChannel.Storage.InMemory;

namespace OmniChannel.Fakes;

/// <summary>The in-memory store with every commit kept, and a place to fail, wait or count.</summary>
internal sealed class StoreDouble(InMemoryStore inner) : IEngineStore, IReadStore, IWorkspaceLeases
{
    private readonly ConcurrentQueue<EngineCommit> _commits = new();
    private readonly ConcurrentDictionary<RowKey, StateRow> _rows = new();

    public StoreDouble()
        : this(new InMemoryStore())
    {
    }

    /// <summary>What was committed, oldest first.</summary>
    public IReadOnlyList<EngineCommit> Commits => [.. _commits];

    /// <summary>Every row as it is now, resident or not.</summary>
    public IReadOnlyDictionary<RowKey, StateRow> Rows => _rows;

    public IEnumerable<JournalRow> Journal => _commits.SelectMany(c => c.Journal);

    /// <summary>Called instead of a commit; the inner function makes it.</summary>
    public Func<EngineCommit, Func<Task<CommitOutcome>>, Task<CommitOutcome>>? OnCommit { get; set; }

    /// <summary>Called before the head is read.</summary>
    public Action? OnReadHead { get; set; }

    /// <summary>Called before rows, inbox or residents are read.</summary>
    public Func<Task>? OnRead { get; set; }

    public async Task<EngineLoad> LoadAsync(WorkspaceId workspace, WorkspaceHead seed, CancellationToken cancellationToken)
    {
        await (OnRead?.Invoke() ?? Task.CompletedTask);
        return await inner.LoadAsync(workspace, seed, cancellationToken);
    }

    public async Task<IReadOnlyList<StateRow>> LoadRowsAsync(WorkspaceId workspace, IReadOnlyList<RowKey> keys, CancellationToken cancellationToken)
    {
        await (OnRead?.Invoke() ?? Task.CompletedTask);
        return await inner.LoadRowsAsync(workspace, keys, cancellationToken);
    }

    public async Task<IReadOnlyList<InboxRow>> FindInboxAsync(WorkspaceId workspace, IReadOnlyList<InboxKey> keys, CancellationToken cancellationToken)
    {
        await (OnRead?.Invoke() ?? Task.CompletedTask);
        return await inner.FindInboxAsync(workspace, keys, cancellationToken);
    }

    public Task<CommitOutcome> CommitAsync(WorkspaceId workspace, EngineCommit commit, CancellationToken cancellationToken) =>
        OnCommit is { } on ? on(commit, () => WriteAsync(workspace, commit, cancellationToken)) : WriteAsync(workspace, commit, cancellationToken);

    public Task<WorkspaceHead> ReadHeadAsync(WorkspaceId workspace, CancellationToken cancellationToken)
    {
        OnReadHead?.Invoke();
        return inner.ReadHeadAsync(workspace, cancellationToken);
    }

    public IAsyncEnumerable<JournalRow> ReadConversationAsync(
        WorkspaceId workspace, ConversationId conversation, long fromEntry, CancellationToken cancellationToken) =>
        inner.ReadConversationAsync(workspace, conversation, fromEntry, cancellationToken);

    public Task<IReadOnlyList<JournalRow>> ReadJournalAsync(WorkspaceId workspace, long after, int limit, CancellationToken cancellationToken) =>
        inner.ReadJournalAsync(workspace, after, limit, cancellationToken);

    public Task<IReadOnlyList<StateRow>> ReadRowsAsync(WorkspaceId workspace, IReadOnlyList<RowKey> keys, CancellationToken cancellationToken) =>
        inner.ReadRowsAsync(workspace, keys, cancellationToken);

    public Task<IReadOnlyList<StateRow>> ReadByParentAsync(WorkspaceId workspace, StateTable table, long parent, CancellationToken cancellationToken) =>
        inner.ReadByParentAsync(workspace, table, parent, cancellationToken);

    public Task<long?> TryAcquireAsync(WorkspaceId workspace, CancellationToken cancellationToken) => inner.TryAcquireAsync(workspace, cancellationToken);

    public Task<bool> RenewAsync(WorkspaceId workspace, long epoch, CancellationToken cancellationToken) => inner.RenewAsync(workspace, epoch, cancellationToken);

    public Task ReleaseAsync(WorkspaceId workspace, long epoch, CancellationToken cancellationToken) => inner.ReleaseAsync(workspace, epoch, cancellationToken);

    private async Task<CommitOutcome> WriteAsync(WorkspaceId workspace, EngineCommit commit, CancellationToken cancellationToken)
    {
        var outcome = await inner.CommitAsync(workspace, commit, cancellationToken);
        if (outcome == CommitOutcome.Committed)
        {
            _commits.Enqueue(commit);
            foreach (var row in commit.Rows)
            {
                _rows[row.Key] = row;
            }

            foreach (var key in commit.Removed)
            {
                _rows.TryRemove(key, out _);
            }
        }

        return outcome;
    }
}
