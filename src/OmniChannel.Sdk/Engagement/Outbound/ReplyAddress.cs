namespace OmniChannel.Engagement.Outbound;

/// <summary>Where a reply goes, and why there.</summary>
internal sealed record ReplyAddress
{
    public required ChannelAddress Address { get; init; }

    public required Explanation Why { get; init; }
}
