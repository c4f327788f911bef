namespace OmniChannel.Channels;

/// <summary>Something short-lived: presence, the states of a call.</summary>
public sealed record SignalReceived : ChannelEvent
{
    /// <summary>What it says.</summary>
    public required SignalKind Signal { get; init; }
}
