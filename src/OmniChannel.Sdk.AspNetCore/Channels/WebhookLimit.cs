using System.Collections.Concurrent;
using OmniChannel.Channels;

namespace OmniChannel.AspNetCore.Channels;

/// <summary>How many requests of one account are under way.</summary>
internal sealed class WebhookLimit(int max)
{
    private readonly ConcurrentDictionary<ChannelAccountId, StrongBox> _counts = new();

    public bool TryEnter(ChannelAccountId account)
    {
        var box = _counts.GetOrAdd(account, _ => new());
        if (Interlocked.Increment(ref box.Count) <= max)
        {
            return true;
        }

        Interlocked.Decrement(ref box.Count);
        return false;
    }

    public void Leave(ChannelAccountId account) => Interlocked.Decrement(ref _counts[account].Count);

    private sealed class StrongBox
    {
        public int Count;
    }
}
