using System.Threading.Channels;

namespace OmniChannel.Engagement.Engine;

/// <summary>A reader's wake-up.</summary>
internal sealed class CommitSubscription(ChannelReader<bool> wake, Action release) : IDisposable
{
    /// <summary>Waits until something was committed since the last wait, or the time is over.</summary>
    public async Task WaitAsync(TimeSpan atMost, TimeProvider time, CancellationToken cancellationToken)
    {
        using var timeout = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        using var timer = time.CreateTimer(_ => Cancel(timeout), null, atMost, Timeout.InfiniteTimeSpan);
        try
        {
            await wake.ReadAsync(timeout.Token).ConfigureAwait(false);
        }
        catch (OperationCanceledException) when (!cancellationToken.IsCancellationRequested)
        {
        }
    }

    public void Dispose() => release();

    private static void Cancel(CancellationTokenSource source)
    {
        try
        {
            source.Cancel();
        }
        catch (ObjectDisposedException)
        {
        }
    }
}
