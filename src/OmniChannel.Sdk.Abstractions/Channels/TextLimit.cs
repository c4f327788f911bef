namespace OmniChannel.Channels;

/// <summary>The longest text a channel takes, with its unit.</summary>
public sealed record TextLimit
{
    /// <summary>Sets both.</summary>
    public TextLimit(int max, LimitUnit unit)
    {
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(max);
        Max = max;
        Unit = unit;
    }

    /// <summary>The greatest length, inclusive.</summary>
    public int Max { get; }

    /// <summary>What <see cref="Max"/> counts.</summary>
    public LimitUnit Unit { get; }
}
