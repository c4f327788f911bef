namespace OmniChannel.Channels;

/// <summary>What a pull brought.</summary>
public sealed record PullResult
{
    /// <summary>The events, oldest first.</summary>
    public required IReadOnlyList<ChannelEvent> Events { get; init; }

    /// <summary>Where the next pull starts.</summary>
    public required string Cursor { get; init; }

    /// <summary>How long to wait before the next pull.</summary>
    public TimeSpan Delay { get; init; } = TimeSpan.FromSeconds(5);
}
