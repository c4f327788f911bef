using OmniChannel.Storage;
using OmniChannel.Testing.Conformance;

namespace OmniChannel.Testing.Storage;

/// <summary>One check's store and workspace, with the calls that checks repeat.</summary>
internal sealed class StoreSession : IAsyncDisposable
{
    private static readonly DateTimeOffset Start = new(2026, 3, 1, 9, 0, 0, TimeSpan.Zero);

    private readonly Func<CancellationToken, Task<StoreUnderTest>> _open;
    private readonly CancellationToken _cancellationToken;
    private StoreUnderTest? _store;

    public StoreSession(Func<CancellationToken, Task<StoreUnderTest>> open, WorkspaceId workspace, CancellationToken cancellationToken)
    {
        _open = open;
        Workspace = workspace;
        _cancellationToken = cancellationToken;
    }

    public WorkspaceId Workspace { get; }

    public IEngineStore Engine => Store.Engine;

    public IReadStore Read => Store.Read;

    public IWorkspaceLeases Leases => Store.Leases;

    private StoreUnderTest Store => _store ?? throw new InvalidOperationException("The store is not open.");

    public static DateTimeOffset TimeOf(long sequence) => Start.AddMilliseconds(sequence * 7);

    public static WorkspaceHead SeedOf(byte mark) => new()
    {
        Sequence = 0,
        HashKey = Enumerable.Repeat(mark, 32).ToArray(),
        IdSeed = 1_000_000_007L * mark,
    };

    public async Task OpenAsync() => _store = await _open(_cancellationToken).ConfigureAwait(false);

    public async Task ReopenAsync()
    {
        await DisposeAsync().ConfigureAwait(false);
        await OpenAsync().ConfigureAwait(false);
    }

    public Task<EngineLoad> LoadAsync(byte seed = 1) => Engine.LoadAsync(Workspace, SeedOf(seed), _cancellationToken);

    public Task<CommitOutcome> CommitAsync(EngineCommit commit) => Engine.CommitAsync(Workspace, commit, _cancellationToken);

    /// <summary>Commits journal rows after the given head, with whatever else, and expects that it is taken.</summary>
    public async Task WriteAsync(
        long head, IReadOnlyList<JournalRow>? journal = null, IReadOnlyList<StateRow>? rows = null, IReadOnlyList<RowKey>? removed = null,
        IReadOnlyList<InboxRow>? inbox = null)
    {
        var outcome = await CommitAsync(new EngineCommit
        {
            ExpectedSequence = head,
            NewSequence = head + (journal?.Count ?? 0),
            Journal = journal ?? [],
            Rows = rows ?? [],
            Removed = removed ?? [],
            Inbox = inbox ?? [],
        }).ConfigureAwait(false);
        Verify.Equal(CommitOutcome.Committed, outcome);
    }

    public async Task<StateRow?> FindRowAsync(RowKey key)
    {
        var rows = await Engine.LoadRowsAsync(Workspace, [key], _cancellationToken).ConfigureAwait(false);
        return rows.Count == 0 ? null : rows[0];
    }

    public async Task<List<JournalRow>> ReadConversationAsync(long conversation, long fromEntry) =>
        await ListAsync(Read.ReadConversationAsync(Workspace, new ConversationId(conversation), fromEntry, _cancellationToken)).ConfigureAwait(false);

    public async Task<List<T>> ListAsync<T>(IAsyncEnumerable<T> items)
    {
        var list = new List<T>();
        await foreach (var item in items.WithCancellation(_cancellationToken).ConfigureAwait(false))
        {
            list.Add(item);
        }

        return list;
    }

    public async ValueTask DisposeAsync()
    {
        if (_store is { } store)
        {
            _store = null;
            await store.DisposeAsync().ConfigureAwait(false);
        }
    }
}
