using System.Collections.Concurrent;
using System.Threading.Channels;

namespace OmniChannel.Engagement.Engine;

/// <summary>Wakes readers after a commit. A wake-up carries nothing: readers go on from their own position, so that none can be lost.</summary>
internal sealed class CommitFeed
{
    private readonly ConcurrentDictionary<object, (Func<DecidedInput, bool> Filter, Channel<bool> Wake)> _subscribers = new();

    public CommitSubscription Subscribe(Func<DecidedInput, bool> filter)
    {
        var wake = Channel.CreateBounded<bool>(new BoundedChannelOptions(1) { FullMode = BoundedChannelFullMode.DropWrite });
        var key = new object();
        _subscribers[key] = (filter, wake);
        return new(wake.Reader, () => _subscribers.TryRemove(key, out _));
    }

    public void Publish(IReadOnlyList<DecidedInput> inputs)
    {
        foreach (var (filter, wake) in _subscribers.Values)
        {
            foreach (var input in inputs)
            {
                if (filter(input))
                {
                    wake.Writer.TryWrite(true);
                    break;
                }
            }
        }
    }
}
