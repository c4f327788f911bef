namespace OmniChannel.Engagement.Engine;

/// <summary>
/// Counts what is under way: inputs not yet committed, batches being written, effects being done. Zero means that nothing will happen until
/// something comes in or becomes due.
/// </summary>
internal sealed class EngineActivity
{
    private readonly Lock _gate = new();
    private long _pending;
    private TaskCompletionSource _idle = Completed();

    public long Pending => Interlocked.Read(ref _pending);

    public void Began()
    {
        lock (_gate)
        {
            if (_pending++ == 0)
            {
                _idle = new(TaskCreationOptions.RunContinuationsAsynchronously);
            }
        }
    }

    public void Ended()
    {
        lock (_gate)
        {
            if (--_pending == 0)
            {
                _idle.TrySetResult();
            }
        }
    }

    /// <summary>Ends when the count is, or falls to, zero.</summary>
    public Task WhenIdleAsync()
    {
        lock (_gate)
        {
            return _idle.Task;
        }
    }

    private static TaskCompletionSource Completed()
    {
        var source = new TaskCompletionSource();
        source.SetResult();
        return source;
    }
}
