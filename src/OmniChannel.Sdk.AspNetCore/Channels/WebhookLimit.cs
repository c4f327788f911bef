namespace OmniChannel.AspNetCore.Channels;

/// <summary>How many requests of one account may be under way, and how much of all accounts' bodies may be in memory.</summary>
internal sealed class WebhookLimit(int max, long maxBytes)
{
    private long _bytes;

    public bool TryEnter(RequestCount account) => account.TryEnter(max);

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
}
