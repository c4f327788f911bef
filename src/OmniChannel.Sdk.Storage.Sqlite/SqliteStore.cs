using OmniChannel.Storage.Sqlite.WriteBehind;

namespace OmniChannel.Storage.Sqlite;

/// <summary>
/// The three ports over SQLite files, one for each workspace. Calls run on the caller's thread: SQLite has no asynchronous I/O, and a
/// pretended one would only add a thread.
/// </summary>
internal sealed partial class SqliteStore : IEngineStore, IReadStore, IWorkspaceLeases, IDisposable
{
    private static readonly Task<CommitOutcome> Committed = Task.FromResult(CommitOutcome.Committed);

    private readonly Lock _opening = new();
    private readonly Dictionary<WorkspaceId, SqliteWorkspace> _workspaces = [];
    private readonly SqliteLocation _location;
    private readonly GenerationLimits _limits;
    private bool _disposed;

    public SqliteStore(string connectionString)
        : this(connectionString, new GenerationLimits())
    {
    }

    internal SqliteStore(string connectionString, GenerationLimits limits) => (_location, _limits) = (new SqliteLocation(connectionString), limits);

    public Task<EngineLoad> LoadAsync(WorkspaceId workspace, WorkspaceHead seed, CancellationToken cancellationToken) =>
        Run(cancellationToken, () =>
        {
            var opened = Open(workspace);
            opened.Seed(seed);
            opened.Flush();
            return new EngineLoad
            {
                Head = HeadOf(opened, workspace),
                Rows = ResidentRows(opened, cancellationToken).ToAsyncEnumerable(),
                InboxKeys = InboxKeys(opened, cancellationToken).ToAsyncEnumerable(),
            };
        });

    public Task<IReadOnlyList<StateRow>> LoadRowsAsync(
        WorkspaceId workspace, IReadOnlyList<RowKey> keys, CancellationToken cancellationToken) =>
        ReadRowsAsync(workspace, keys, cancellationToken);

    public Task<IReadOnlyList<InboxRow>> FindInboxAsync(
        WorkspaceId workspace, IReadOnlyList<InboxKey> keys, CancellationToken cancellationToken) =>
        ReadList(workspace, reader => reader.FindInbox(keys), cancellationToken);

    public Task<CommitOutcome> CommitAsync(WorkspaceId workspace, EngineCommit commit, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(commit);
        if (cancellationToken.IsCancellationRequested)
        {
            return Task.FromCanceled<CommitOutcome>(cancellationToken);
        }

        try
        {
            var outcome = Opened(workspace).Commit(commit);
            return outcome == CommitOutcome.Committed ? Committed : Task.FromResult(outcome);
        }
        catch (Exception e)
        {
            return Task.FromException<CommitOutcome>(e);
        }
    }

    public Task<WorkspaceHead> ReadHeadAsync(WorkspaceId workspace, CancellationToken cancellationToken) =>
        Run(cancellationToken, () => HeadOf(Opened(workspace), workspace));

    public void Dispose()
    {
        lock (_opening)
        {
            _disposed = true;
            foreach (var workspace in _workspaces.Values)
            {
                workspace.Dispose();
            }

            _workspaces.Clear();
        }
    }

    /// <summary>The open workspace, for tests of what its connections really do.</summary>
    internal SqliteWorkspace Opened(WorkspaceId workspace) => Find(workspace) ?? throw NeverLoaded(workspace);

    private static WorkspaceHead HeadOf(SqliteWorkspace opened, WorkspaceId workspace) =>
        opened.Read(reader => reader.ReadHead()) ?? throw NeverLoaded(workspace);

    private static InvalidOperationException NeverLoaded(WorkspaceId workspace) => new($"Workspace '{workspace}' was never loaded.");

    private static IEnumerable<StateRow> ResidentRows(SqliteWorkspace opened, CancellationToken cancellationToken)
    {
        foreach (var table in StateTable.All)
        {
            var from = long.MinValue;
            for (var more = true; more;)
            {
                cancellationToken.ThrowIfCancellationRequested();
                opened.Flush();
                var page = opened.Read(reader => reader.ReadResidentPage(table, from));
                foreach (var row in page)
                {
                    yield return row;
                }

                more = page.Count > 0 && page[^1].Key.Key < long.MaxValue;
                from = more ? page[^1].Key.Key + 1 : from;
            }
        }
    }

    private static IEnumerable<long> InboxKeys(SqliteWorkspace opened, CancellationToken cancellationToken)
    {
        InboxKey? after = null;
        while (true)
        {
            cancellationToken.ThrowIfCancellationRequested();
            opened.Flush();
            var page = opened.Read(reader => reader.ReadInboxKeyPage(after));
            if (page.Count == 0)
            {
                yield break;
            }

            foreach (var key in page)
            {
                yield return key.High;
            }

            after = page[^1];
        }
    }

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

    private SqliteWorkspace Open(WorkspaceId workspace) => OpenCore(workspace, canCreate: true)!;

    /// <summary>The workspace, opened where its file exists; null where there is none: reading creates nothing.</summary>
    private SqliteWorkspace? Find(WorkspaceId workspace) => OpenCore(workspace, canCreate: false);

    private SqliteWorkspace? OpenCore(WorkspaceId workspace, bool canCreate)
    {
        lock (_opening)
        {
            ObjectDisposedException.ThrowIf(_disposed, this);
            if (_workspaces.TryGetValue(workspace, out var opened))
            {
                return opened;
            }

            var file = _location.FileOf(workspace);
            if (!canCreate && !File.Exists(file))
            {
                return null;
            }

            opened = SqliteWorkspace.Open(file, _location.ConnectionStringOf(file), workspace, _limits);
            _workspaces.Add(workspace, opened);
            return opened;
        }
    }
}
