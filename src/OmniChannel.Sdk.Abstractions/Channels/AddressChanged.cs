namespace OmniChannel.Channels;

/// <summary>The person is reached elsewhere from now on, or not at all.</summary>
public sealed record AddressChanged : ChannelEvent
{
    /// <summary>The new sender id; null when the address is gone.</summary>
    public string? NewSender { get; init; }
}
