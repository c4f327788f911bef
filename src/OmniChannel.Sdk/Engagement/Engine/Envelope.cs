namespace OmniChannel.Engagement.Engine;

/// <summary>An input on its way through the mailbox, and whoever waits for its outcome.</summary>
internal class Envelope(EngineInput input, EngineActivity activity)
{
    private readonly TaskCompletionSource<InputOutcome> _done = new(TaskCreationOptions.RunContinuationsAsynchronously);

    public EngineInput Input => input;

    /// <summary>Ends once the input is committed, or failed for good.</summary>
    public Task<InputOutcome> Done => _done.Task;

    public void Complete(InputOutcome outcome)
    {
        if (_done.TrySetResult(outcome))
        {
            Ended(outcome, null);
            activity.Ended();
        }
    }

    /// <summary>Ends it with a failure; does nothing once it has ended.</summary>
    public void Fail(Exception exception)
    {
        if (_done.TrySetException(exception))
        {
            _ = _done.Task.Exception;
            Ended(null, exception);
            activity.Ended();
        }
    }

    /// <summary>What follows the end.</summary>
    protected virtual void Ended(InputOutcome? outcome, Exception? failure)
    {
    }
}
