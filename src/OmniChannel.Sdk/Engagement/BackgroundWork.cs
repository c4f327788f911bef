using System.Collections.Concurrent;
using Microsoft.Extensions.Logging;

namespace OmniChannel.Engagement;

/// <summary>Work beside the engine that is tracked and ended on stop: nothing is fired and forgotten.</summary>
internal sealed partial class BackgroundWork(ILogger<BackgroundWork> logger) : IAsyncDisposable
{
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
        await Task.WhenAll(_running.Keys).ConfigureAwait(false);
        _stopping.Dispose();
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

    [LoggerMessage(150, LogLevel.Error, "Background work failed.")]
    private partial void LogFailed(Exception exception);
}
