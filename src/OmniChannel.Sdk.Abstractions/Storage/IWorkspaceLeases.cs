namespace OmniChannel.Storage;

/// <summary>
/// Who may write a workspace. A lease lasts at least thirty seconds after it was taken or renewed; the engine renews it every ten. A single-process
/// store grants at once and for ever.
/// </summary>
public interface IWorkspaceLeases
{
    /// <summary>Takes the lease and gives its epoch, higher than any before; null when another holds it.</summary>
    Task<long?> TryAcquireAsync(WorkspaceId workspace, CancellationToken cancellationToken);

    /// <summary>Extends the lease; false when it was lost.</summary>
    Task<bool> RenewAsync(WorkspaceId workspace, long epoch, CancellationToken cancellationToken);

    /// <summary>Gives the lease back.</summary>
    Task ReleaseAsync(WorkspaceId workspace, long epoch, CancellationToken cancellationToken);
}
