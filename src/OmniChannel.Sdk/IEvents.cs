using OmniChannel.Engagement;

namespace OmniChannel;

/// <summary>What happens, as it happens.</summary>
public interface IEvents
{
    /// <summary>Every event after a place, then live. Null begins now.</summary>
    IAsyncEnumerable<OmniEvent> WatchAsync(OmniEventId? after, CancellationToken cancellationToken = default);
}
