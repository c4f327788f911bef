namespace OmniChannel.Storage.Sqlite;

internal sealed partial class SqliteStore
{
    public Task<long?> TryAcquireAsync(WorkspaceId workspace, CancellationToken cancellationToken) =>
        Run<long?>(cancellationToken, () => Open(workspace).AcquireLease());

    public Task<bool> RenewAsync(WorkspaceId workspace, long epoch, CancellationToken cancellationToken) =>
        Run(cancellationToken, () => Find(workspace)?.HoldsLease(epoch) ?? false);

    public Task ReleaseAsync(WorkspaceId workspace, long epoch, CancellationToken cancellationToken) =>
        Run(cancellationToken, () =>
        {
            Find(workspace)?.ReleaseLease(epoch);
            return true;
        });
}
