using System.Collections.Concurrent;
using Microsoft.Extensions.Logging;

namespace OmniChannel.Engagement;

/// <summary>Work beside the engine that is tracked and ended on stop: nothing is fired and forgotten.</summary>
internal sealed partial class BackgroundWork(ILogger<BackgroundWork> logger) : IAsyncDisposable
{
    /// <summary>How long a stop waits for work that was told to end: a stop always ends.</summary>
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(3);
    private readonly CancellationTokenSource _stopping = new();
    private readonly ConcurrentDictionary<Task, bool> _running = new();

    public void Run(Func<CancellationToken, Task> work)
    {
        if (_stopping.IsCancellationRequested)
        {
            return;
        }

        var task = Task.Run(() => GuardAsync(work), CancellationToken.None);
        _running[task] = true;
        task.ContinueWith(t => _running.TryRemove(t, out _), TaskScheduler.Default);
    }

    public async ValueTask DisposeAsync()
    {
        await _stopping.CancelAsync().ConfigureAwait(false);
        await Task.WhenAny(Task.WhenAll(_running.Keys), Task.Delay(Patience, TimeProvider.System)).ConfigureAwait(false);
        if (!_running.IsEmpty)
        {
            LogAbandoned(_running.Count);
        }
    }

    private async Task GuardAsync(Func<CancellationToken, Task> work)
    {
        try
        {
            await work(_stopping.Token).ConfigureAwait(false);
        }
        catch (Exception e) when (e is OperationCanceledException or EngineUnavailableException)
        {
        }
        catch (Exception e)
        {
            LogFailed(e);
        }
    }

    [LoggerMessage(151, LogLevel.Warning, "{Count} pieces of background work did not end when they were told to.")]
    private partial void LogAbandoned(int count);

    [LoggerMessage(150, LogLevel.Error, "Background work failed.")]
    private partial void LogFailed(Exception exception);
}
