namespace OmniChannel.Fakes;

/// <summary>A clock that the test moves; a timer that becomes due runs on the test's thread.</summary>
internal sealed class ManualTime : TimeProvider
{
    private readonly Lock _gate = new();
    private readonly List<Alarm> _alarms = [];
    private DateTimeOffset _now = new(2026, 11, 21, 9, 0, 0, TimeSpan.Zero);
    private TaskCompletionSource _armed = new(TaskCreationOptions.RunContinuationsAsynchronously);

    public override DateTimeOffset GetUtcNow()
    {
        lock (_gate)
        {
            return _now;
        }
    }

    public override ITimer CreateTimer(TimerCallback callback, object? state, TimeSpan dueTime, TimeSpan period)
    {
        var alarm = new Alarm(this, () => callback(state));
        alarm.Change(dueTime, period);
        return alarm;
    }

    /// <summary>Ends when something waits for that long.</summary>
    public async Task WhenWaitingAsync(TimeSpan due)
    {
        while (true)
        {
            Task armed;
            lock (_gate)
            {
                if (_alarms.Exists(a => a.Length == due))
                {
                    return;
                }

                armed = _armed.Task;
            }

            await armed.WaitAsync(TestTimeouts.Default);
        }
    }

    public void Advance(TimeSpan by)
    {
        List<Alarm> due;
        lock (_gate)
        {
            _now += by;
            due = _alarms.FindAll(a => a.At <= _now);
            _alarms.RemoveAll(due.Contains);
        }

        due.ForEach(a => a.Ring());
    }

    private void Set(Alarm alarm, TimeSpan due)
    {
        TaskCompletionSource signal;
        lock (_gate)
        {
            _alarms.Remove(alarm);
            if (due >= TimeSpan.Zero)
            {
                (alarm.At, alarm.Length) = (_now + due, due);
                _alarms.Add(alarm);
            }

            signal = _armed;
            _armed = new(TaskCreationOptions.RunContinuationsAsynchronously);
        }

        signal.SetResult();
    }

    private sealed class Alarm(ManualTime time, Action ring) : ITimer
    {
        public DateTimeOffset At { get; set; }

        public TimeSpan Length { get; set; }

        public void Ring() => ring();

        public bool Change(TimeSpan dueTime, TimeSpan period)
        {
            time.Set(this, dueTime);
            return true;
        }

        public void Dispose() => time.Set(this, Timeout.InfiniteTimeSpan);

        public ValueTask DisposeAsync()
        {
            Dispose();
            return ValueTask.CompletedTask;
        }
    }
}
