using Microsoft.Extensions.Logging;

namespace OmniChannel.Emulator;

/// <summary>What runs beside the requests: counted, so that stopping waits for all of it and tests can wait for the last.</summary>
internal sealed partial class EmulatorWork(ILogger logger) : IAsyncDisposable
{
    private readonly Lock _gate = new();
    private readonly HashSet<Task> _running = [];
    private readonly CancellationTokenSource _stop = new();
    private TaskCompletionSource _idle = Idle();

    /// <summary>Ends when nothing runs.</summary>
    public Task WhenIdle
    {
        get
        {
            lock (_gate)
            {
                return _idle.Task;
            }
        }
    }

    public void Run(Func<CancellationToken, Task> job)
    {
        lock (_gate)
        {
            if (_stop.IsCancellationRequested)
            {
                return;
            }

            if (_running.Count == 0)
            {
                _idle = new(TaskCreationOptions.RunContinuationsAsynchronously);
            }

            var task = Task.Run(() => GuardAsync(job), CancellationToken.None);
            _running.Add(task);
            task.ContinueWith(Remove, CancellationToken.None, TaskContinuationOptions.None, TaskScheduler.Default);
        }
    }

    public async ValueTask DisposeAsync()
    {
        Task[] left;
        lock (_gate)
        {
            left = [.. _running];
        }

        await _stop.CancelAsync();
        await Task.WhenAll(left);
    }

    private async Task GuardAsync(Func<CancellationToken, Task> job)
    {
        try
        {
            await job(_stop.Token);
        }
        catch (OperationCanceledException) when (_stop.IsCancellationRequested)
        {
            return;
        }
        catch (Exception e)
        {
            LogFailed(e.GetType().Name);
        }
    }

    private void Remove(Task task)
    {
        lock (_gate)
        {
            _running.Remove(task);
            if (_running.Count == 0)
            {
                _idle.TrySetResult();
            }
        }
    }

    private static TaskCompletionSource Idle()
    {
        var idle = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        idle.SetResult();
        return idle;
    }

    [LoggerMessage(EventId = 1, Level = LogLevel.Error, Message = "The emulator's work failed with {Kind}")]
    private partial void LogFailed(string kind);
}
