using System.Collections.Concurrent;

namespace OmniChannel.Fakes;

/// <summary>An event handler that keeps what it was given.</summary>
internal sealed class EventLog(ConcurrentQueue<OmniEvent> seen) : IOmniEventHandler
{
    public Task HandleAsync(OmniEvent omniEvent, CancellationToken cancellationToken)
    {
        seen.Enqueue(omniEvent);
        return Task.CompletedTask;
    }
}
