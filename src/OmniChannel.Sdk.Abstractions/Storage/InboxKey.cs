namespace OmniChannel.Storage;

/// <summary>A 128-bit keyed hash of channel, account and provider event id: the primary key that makes an event count once.</summary>
public readonly record struct InboxKey
{
    /// <summary>Sets both halves.</summary>
    public InboxKey(long high, long low)
    {
        High = high;
        Low = low;
    }

    /// <summary>The first half; also what a load returns for each key.</summary>
    public long High { get; }

    /// <summary>The second half.</summary>
    public long Low { get; }
}
