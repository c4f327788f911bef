using System.Collections.Concurrent;

namespace OmniChannel.Engagement.Engine;

/// <summary>
/// Wakes readers after a commit. A wake-up carries nothing: readers go on from their own position, so that none can be lost. Desks and handlers, of which
/// there are some, say what concerns them; visitors, of whom there are many, are found by their customer, so that a commit costs them nothing but what it is about.
/// </summary>
internal sealed class CommitFeed(CommittedView view)
{
    private readonly ConcurrentDictionary<CommitSubscription, Func<DecidedInput, bool>> _subscribers = new();
    private readonly Lock _gate = new();
    private readonly Dictionary<(long Customer, IdentifierKey Address), HashSet<VisitorSubscription>> _visitors = [];

    public CommitSubscription Subscribe(Func<DecidedInput, bool> filter)
    {
        var subscription = new CommitSubscription(s => _subscribers.TryRemove(s, out _));
        _subscribers[subscription] = filter;
        return subscription;
    }

    /// <summary>For a visitor, by the key of their address.</summary>
    public VisitorSubscription Subscribe(IdentifierKey address) => new(this, address);

    public void Publish(IReadOnlyList<DecidedInput> inputs)
    {
        foreach (var (subscription, filter) in _subscribers)
        {
            foreach (var input in inputs)
            {
                if (filter(input))
                {
                    subscription.Wake();
                    break;
                }
            }
        }

        lock (_gate)
        {
            for (var i = 0; i < inputs.Count && _visitors.Count > 0; i++)
            {
                WakeLocked(inputs[i]);
            }
        }
    }

    /// <summary>Where a visitor is found: by their customer or, before there is one, by their address.</summary>
    internal (long Customer, IdentifierKey Address) PlaceOf(IdentifierKey address) =>
        view.CustomerOf(view.AtomOf(address)) is not 0 and var customer ? (customer, default) : (0, address);

    internal void Move(VisitorSubscription visitor, (long Customer, IdentifierKey Address)? from, (long Customer, IdentifierKey Address)? to)
    {
        lock (_gate)
        {
            if (from is { } left && _visitors.TryGetValue(left, out var before) && before.Remove(visitor) && before.Count == 0)
            {
                _visitors.Remove(left);
            }

            if (to is { } next)
            {
                (_visitors.TryGetValue(next, out var there) ? there : _visitors[next] = []).Add(visitor);
            }
        }
    }

    private void WakeLocked(DecidedInput input)
    {
        if (!input.Conversation.IsEmpty && view.Conversation(input.Conversation) is { } changed)
        {
            WakeLocked((view.CustomerOf(changed.Atom), default));
        }

        foreach (var fact in input.Facts)
        {
            if (fact is AtomCreated created)
            {
                WakeLocked((0, created.Key));
            }
            else if (fact is PartitionChanged { Moved: var moved })
            {
                foreach (var move in moved)
                {
                    WakeLocked((move.From, default));
                    WakeLocked((move.To, default));
                }
            }
        }
    }

    private void WakeLocked((long Customer, IdentifierKey Address) place)
    {
        foreach (var visitor in _visitors.TryGetValue(place, out var found) ? found : [])
        {
            visitor.Wake();
        }
    }
}
