namespace OmniChannel.Channels;

/// <summary>The customer allowed or forbade messages on this channel (STOP, START, unsubscribe, blocked).</summary>
public sealed record ConsentChanged : ChannelEvent
{
    /// <summary>True for allowed.</summary>
    public required bool Granted { get; init; }

    /// <summary>How it was said, such as <c>keyword</c>.</summary>
    public required string Source { get; init; }
}
