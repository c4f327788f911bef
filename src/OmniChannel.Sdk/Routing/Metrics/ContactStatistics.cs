using System.Diagnostics.CodeAnalysis;

namespace OmniChannel.Routing.Metrics;

/// <summary>
/// Folds the steps of contacts into the figures of a contact centre: speed of answer, service level, abandonment, handle time, transfers, ping-pong,
/// duplicates. Decides nothing and reads no clock.
/// </summary>
/// <remarks>Steps of a contact come in their order; those of different contacts in any. Keeps a small row for each contact. Not thread-safe.</remarks>
[Experimental("OMNI001")]
public sealed class ContactStatistics
{
    private readonly Dictionary<long, ContactTrack> _contacts = [];

    /// <summary>The queues that contacts came into, in ordinal order.</summary>
    public IReadOnlyList<string> Queues => [.. Visits.Select(v => v.Queue).Where(q => q.Length > 0).Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal)];

    private IEnumerable<ContactVisit> Visits => _contacts.Values.SelectMany(c => c.Visits);

    /// <summary>Takes a step. One that cannot be, such as an answer after the end, changes nothing.</summary>
    public void Add(ContactStep step)
    {
        ArgumentNullException.ThrowIfNull(step);
        if (!_contacts.TryGetValue(step.Contact, out var contact))
        {
            _contacts[step.Contact] = contact = new();
        }

        contact.Add(step);
    }

    /// <summary>Takes several steps.</summary>
    public void AddRange(IEnumerable<ContactStep> steps)
    {
        ArgumentNullException.ThrowIfNull(steps);
        foreach (var step in steps)
        {
            Add(step);
        }
    }

    /// <summary>The figures so far, over all contacts: a wait is from first coming to the first answer.</summary>
    public ContactReport Report() => Of([.. _contacts.Values.Where(c => c.Visits.Count > 0)], c => c.Whole());

    /// <summary>The figures of one queue so far: a wait is from coming into it, each time.</summary>
    public ContactReport Report(string queue) =>
        Of([.. _contacts.Values.Where(c => c.Visits.Exists(v => v.Queue == queue))], c => c.Visits.Where(v => v.Queue == queue));

    private static ContactReport Of(IReadOnlyList<ContactTrack> contacts, Func<ContactTrack, IEnumerable<ContactVisit>> visitsOf)
    {
        var visits = contacts.SelectMany(visitsOf).ToList();
        var handled = visits.Where(v => v.Handled > TimeSpan.Zero || v is { WaitEnded: not null, IsAbandoned: false }).Where(v => v.HeldSince is null).ToList();
        return new(Waits(visits, abandoned: false), Waits(visits, abandoned: true))
        {
            Offered = visits.Count,
            Handled = handled.Count,
            AverageHandleTime = handled.Count == 0 ? TimeSpan.Zero : new((long)Math.Round(handled.Sum(v => (double)v.Handled.Ticks) / handled.Count)),
            Duplicates = visits.Sum(v => v.Duplicates),
            BetweenQueues = MoveTrail.Report(contacts.Select(c => c.ByQueue)),
            BetweenAgents = MoveTrail.Report(contacts.Select(c => c.ByAgent)),
        };
    }

    private static long[] Waits(IEnumerable<ContactVisit> visits, bool abandoned) =>
        [.. visits.Where(v => v.WaitEnded is not null && v.IsAbandoned == abandoned).Select(v => Math.Max(0, (v.WaitEnded!.Value - v.At).Ticks)).Order()];
}
