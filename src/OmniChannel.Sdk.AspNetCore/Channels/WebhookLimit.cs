using System.Collections.Concurrent;
using OmniChannel.Channels;

namespace OmniChannel.AspNetCore.Channels;

/// <summary>How many requests of one account are under way, and how much of all accounts' bodies is in memory.</summary>
internal sealed class WebhookLimit(int max, long maxBytes)
{
    private long _bytes;
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

    /// <summary>Room for more of a body; false where there is none now. One body alone always has room.</summary>
    /// <param name="bytes">What came.</param>
    /// <param name="before">What came of it before.</param>
    public bool TryReserve(long bytes, long before = 0)
    {
        if (Interlocked.Add(ref _bytes, bytes) is var all && (all <= maxBytes || all == before + bytes))
        {
            return true;
        }

        Interlocked.Add(ref _bytes, -bytes);
        return false;
    }

    public void Release(long bytes) => Interlocked.Add(ref _bytes, -bytes);

    private sealed class StrongBox
    {
        public int Count;
    }
}
