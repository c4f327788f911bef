using Microsoft.Extensions.Logging;

namespace OmniChannel.Engagement;

/// <summary>Renews the lease of a workspace as long as its engine runs, and ends the engine when another process has taken it.</summary>
internal sealed partial class LeaseKeeper(
    WorkspaceId workspace, IWorkspaceLeases leases, Func<long> epoch, Func<Task> lost, TimeProvider time, ILogger<LeaseKeeper> logger)
{
    /// <summary>A third of the time that a lease lasts at least.</summary>
    private static readonly TimeSpan Interval = TimeSpan.FromSeconds(10);

    public async Task RunAsync(CancellationToken cancellationToken)
    {
        using var timer = new PeriodicTimer(Interval, time);
        while (await timer.WaitForNextTickAsync(cancellationToken).ConfigureAwait(false))
        {
            try
            {
                if (epoch() is > 0 and var held && !await leases.RenewAsync(workspace, held, cancellationToken).ConfigureAwait(false))
                {
                    LogLost(workspace.Value);
                    await lost().ConfigureAwait(false);
                    return;
                }
            }
            catch (Exception e) when (!cancellationToken.IsCancellationRequested)
            {
                LogNotRenewed(e, workspace.Value); // Commits check the epoch: nothing is written under a lease that is gone.
            }
        }
    }

    [LoggerMessage(170, LogLevel.Critical, "Another process took workspace {Workspace}: this engine ends.")]
    private partial void LogLost(string workspace);

    [LoggerMessage(171, LogLevel.Warning, "The lease of workspace {Workspace} could not be renewed; it is tried again.")]
    private partial void LogNotRenewed(Exception exception, string workspace);
}
