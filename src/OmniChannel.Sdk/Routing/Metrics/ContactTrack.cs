namespace OmniChannel.Routing.Metrics;

/// <summary>What is kept of one contact.</summary>
internal sealed class ContactTrack
{
    private bool _isOver;

    public List<ContactVisit> Visits { get; } = [];

    public MoveTrail ByQueue { get; } = new();

    public MoveTrail ByAgent { get; } = new();

    public void Add(ContactStep step)
    {
        switch (step.Kind)
        {
            case ContactStepKind.Queued:
                Queued(step, step.Queue.Length > 0 ? step.Queue : Current?.Queue ?? "");
                break;
            case ContactStepKind.Answered when !_isOver:
                Answered(step);
                break;
            case ContactStepKind.Released:
                Current?.LetGo(step.At);
                break;
            case ContactStepKind.Abandoned when Current is { WaitEnded: null } waiting:
                (waiting.WaitEnded, waiting.IsAbandoned) = (step.At, true);
                break;
            case ContactStepKind.Duplicate:
                (Current ?? Visit(step, step.Queue)).Duplicates++;
                break;
            case ContactStepKind.Ended:
                Current?.LetGo(step.At);
                _isOver = true;
                break;
        }
    }

    /// <summary>All visits as one: from first coming to the first answer, with all that agents spent.</summary>
    public IEnumerable<ContactVisit> Whole()
    {
        var first = Visits.Find(v => v.WaitEnded is not null);
        yield return new()
        {
            Contact = Visits[0].Contact,
            Queue = "",
            At = Visits[0].At,
            WaitEnded = first?.WaitEnded,
            IsAbandoned = first is { IsAbandoned: true },
            Handled = new(Visits.Sum(v => v.Handled.Ticks)),
            HeldSince = Current!.HeldSince,
            Duplicates = Visits.Sum(v => v.Duplicates),
        };
    }

    private ContactVisit? Current => Visits is [.., var last] ? last : null;

    // What waits there already goes on waiting.
    private void Queued(ContactStep step, string queue)
    {
        _isOver = false;
        if (Current is not { WaitEnded: null } waiting || waiting.Queue != queue)
        {
            Current?.LetGo(step.At);
            Visit(step, queue);
        }
    }

    private void Answered(ContactStep step)
    {
        var visit = Current ?? Visit(step, step.Queue);
        visit.LetGo(step.At);
        visit.WaitEnded ??= step.At;
        visit.HeldSince = step.At;
        ByAgent.Go(step.Agent);
    }

    private ContactVisit Visit(ContactStep step, string queue)
    {
        var visit = new ContactVisit { Contact = step.Contact, Queue = queue, At = step.At };
        Visits.Add(visit);
        ByQueue.Go(queue);
        return visit;
    }
}
