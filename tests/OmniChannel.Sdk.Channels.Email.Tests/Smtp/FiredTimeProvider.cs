using System.Collections.Concurrent;

namespace OmniChannel.Channels.Email.Tests.Smtp;

/// <summary>A clock that stands still; its timers go off only when the test fires them.</summary>
internal sealed class FiredTimeProvider : TimeProvider
{
    private readonly ConcurrentDictionary<FiredTimer, bool> _timers = new();
    private volatile bool _fireAll;

    public override ITimer CreateTimer(TimerCallback callback, object? state, TimeSpan dueTime, TimeSpan period)
    {
        var timer = new FiredTimer(this, () => callback(state));
        _timers[timer] = true;
        if (_fireAll)
        {
            timer.Fire();
        }

        return timer;
    }

    /// <summary>Ends every wait, those that begin later too.</summary>
    public void FireAll()
    {
        _fireAll = true;
        foreach (var timer in _timers.Keys)
        {
            timer.Fire();
        }
    }

    private sealed class FiredTimer(FiredTimeProvider owner, Action fire) : ITimer
    {
        public void Fire() => fire();

        public bool Change(TimeSpan dueTime, TimeSpan period) => true;

        public void Dispose() => owner._timers.TryRemove(this, out _);

        public ValueTask DisposeAsync()
        {
            Dispose();
            return ValueTask.CompletedTask;
        }
    }
}
