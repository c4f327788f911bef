using Microsoft.Extensions.Logging;

namespace OmniChannel.Engagement.Engine;

/// <summary>Writes a batch: the same bytes again after a failure, and the head decides when nobody knows.</summary>
internal sealed partial class Committer(IEngineStore store, WorkspaceId workspace, TimeProvider time, ILogger<Committer> logger)
{
    private const int Attempts = 4;

    /// <summary>True when durable; false when certainly not.</summary>
    /// <exception cref="EngineUnavailableException">Another process writes the workspace: this engine must stop.</exception>
    public async Task<bool> CommitAsync(PendingBatch batch, CancellationToken cancellationToken)
    {
        var commit = batch.ToCommit();
        for (var attempt = 1; ; attempt++)
        {
            try
            {
                return await store.CommitAsync(workspace, commit, cancellationToken).ConfigureAwait(false) switch
                {
                    CommitOutcome.Committed => true,
                    CommitOutcome.HeadMoved => await LandedAsync(batch, cancellationToken).ConfigureAwait(false)
                        ? true
                        : throw new EngineUnavailableException("Another process wrote to this workspace."),
                    _ => throw new EngineUnavailableException("This process lost the lease of the workspace."),
                };
            }
            catch (Exception e) when (e is not (EngineUnavailableException or OperationCanceledException))
            {
                LogFailed(e, attempt);
                if (await LandedSafelyAsync(batch, cancellationToken).ConfigureAwait(false))
                {
                    return true;
                }

                if (attempt == Attempts)
                {
                    return false;
                }

                await Task.Delay(TimeSpan.FromMilliseconds(25 << attempt), time, cancellationToken).ConfigureAwait(false);
            }
        }
    }

    private async Task<bool> LandedAsync(PendingBatch batch, CancellationToken cancellationToken) =>
        (await store.ReadHeadAsync(workspace, cancellationToken).ConfigureAwait(false)).Sequence == batch.NewSequence;

    private async Task<bool> LandedSafelyAsync(PendingBatch batch, CancellationToken cancellationToken)
    {
        try
        {
            return await LandedAsync(batch, cancellationToken).ConfigureAwait(false);
        }
        catch (Exception e) when (e is not OperationCanceledException)
        {
            LogHeadUnreadable(e);
            return false;
        }
    }

    [LoggerMessage(101, LogLevel.Warning, "A commit failed at attempt {Attempt}.")]
    private partial void LogFailed(Exception exception, int attempt);

    [LoggerMessage(102, LogLevel.Warning, "The head could not be read after a failed commit.")]
    private partial void LogHeadUnreadable(Exception exception);
}
