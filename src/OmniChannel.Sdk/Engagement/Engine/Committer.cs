using Microsoft.Extensions.Logging;

namespace OmniChannel.Engagement.Engine;

/// <summary>Writes a batch: the same bytes again after a failure, and the head decides when nobody knows.</summary>
internal sealed partial class Committer(IEngineStore store, WorkspaceId workspace, TimeProvider time, ILogger<Committer> logger)
{
    private const int Attempts = 4;
    private const int BlindAttempts = 20;
    private static readonly TimeSpan LongestPause = TimeSpan.FromSeconds(1);

    /// <summary>True when durable; false when certainly not.</summary>
    /// <exception cref="EngineUnavailableException">Another process writes the workspace, or nobody can say whether the batch is there: this engine must stop.</exception>
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
                    CommitOutcome.HeadMoved => attempt > 1 && await LandedAsync(batch, cancellationToken).ConfigureAwait(false)
                        ? true
                        : throw new EngineUnavailableException("Another process wrote to this workspace."),
                    _ => throw new EngineUnavailableException("This process lost the lease of the workspace."),
                };
            }
            catch (Exception e) when (e is not EngineUnavailableException && !cancellationToken.IsCancellationRequested)
            {
                LogFailed(e, attempt);
                var landed = await LandedSafelyAsync(batch, cancellationToken).ConfigureAwait(false);
                if (landed is not null && (landed.Value || attempt >= Attempts))
                {
                    return landed.Value;
                }

                if (attempt == BlindAttempts)
                {
                    throw new EngineUnavailableException("The store does not say whether it took a batch.", e);
                }

                var pause = TimeSpan.FromMilliseconds(25 << Math.Min(attempt, 10));
                await Task.Delay(pause < LongestPause ? pause : LongestPause, time, cancellationToken).ConfigureAwait(false);
            }
        }
    }

    private async Task<bool> LandedAsync(PendingBatch batch, CancellationToken cancellationToken) =>
        (await store.ReadHeadAsync(workspace, cancellationToken).ConfigureAwait(false)).Sequence == batch.NewSequence;

    /// <summary>Whether the batch is in the store; null when the head cannot be read.</summary>
    private async Task<bool?> LandedSafelyAsync(PendingBatch batch, CancellationToken cancellationToken)
    {
        try
        {
            return await LandedAsync(batch, cancellationToken).ConfigureAwait(false);
        }
        catch (Exception e) when (!cancellationToken.IsCancellationRequested)
        {
            LogHeadUnreadable(e);
            return null;
        }
    }

    [LoggerMessage(101, LogLevel.Warning, "A commit failed at attempt {Attempt}.")]
    private partial void LogFailed(Exception exception, int attempt);

    [LoggerMessage(102, LogLevel.Warning, "The head could not be read after a failed commit.")]
    private partial void LogHeadUnreadable(Exception exception);
}
