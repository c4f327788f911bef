namespace OmniChannel.Channels;

/// <summary>A verified event that nobody could read. It is kept, with the reason.</summary>
public sealed record UnknownEvent : ChannelEvent
{
    /// <summary>The provider's name for it, or why it could not be read.</summary>
    public required string Reason { get; init; }

    /// <summary>The raw event, at most 64 KB.</summary>
    public required string Raw { get; init; }
}
