namespace OmniChannel.Engagement.State;

/// <summary>
/// What is due when. Kept exact by the indexes of the state tables, so that it is right after a load and after a rollback.
/// </summary>
internal sealed class Deadlines
{
    private readonly SortedSet<(DateTimeOffset Due, TimerKind Kind, long Id)> _due = [];

    public DateTimeOffset? Next => _due.Count == 0 ? null : _due.Min.Due;

    public void Move(TimerKind kind, long id, DateTimeOffset? previous, DateTimeOffset? next)
    {
        if (previous == next)
        {
            return;
        }

        if (previous is { } old)
        {
            _due.Remove((old, kind, id));
        }

        if (next is { } due)
        {
            _due.Add((due, kind, id));
        }
    }

    /// <summary>The first that is due at a time, in the order (due, kind, id).</summary>
    public (DateTimeOffset Due, TimerKind Kind, long Id)? First(DateTimeOffset at) => _due.Count > 0 && _due.Min.Due <= at ? _due.Min : null;

    /// <summary>Takes out a timer that fired and changed nothing; false when it is gone already.</summary>
    public bool Drop((DateTimeOffset Due, TimerKind Kind, long Id) timer) => _due.Remove(timer);

    /// <summary>Puts back what was dropped by a batch that was rolled back.</summary>
    public void Restore(IEnumerable<(DateTimeOffset Due, TimerKind Kind, long Id)> timers) => _due.UnionWith(timers);
}
