namespace OmniChannel.Engagement.Engine;

/// <summary>A visitor's wake-up: it follows them from customer to customer. One reader uses it, step by step.</summary>
internal sealed class VisitorSubscription(CommitFeed feed, IdentifierKey address) : IDisposable
{
    private readonly CommitSubscription _wake = new(_ => { });
    private (long Customer, IdentifierKey Address)? _place;

    /// <summary>Called before each reading: what is committed from here on wakes, whoever the visitor turned out to be.</summary>
    public void Follow()
    {
        // Whose they are may have changed, and been told, before they were found there.
        while (feed.PlaceOf(address) is var place && place != _place)
        {
            feed.Move(this, _place, place);
            _place = place;
        }
    }

    public void Wake() => _wake.Wake();

    public Task<bool> WaitAsync(TimeSpan atMost, TimeProvider time, CancellationToken cancellationToken) => _wake.WaitAsync(atMost, time, cancellationToken);

    public void Dispose()
    {
        feed.Move(this, _place, null);
        _wake.Dispose();
    }
}
