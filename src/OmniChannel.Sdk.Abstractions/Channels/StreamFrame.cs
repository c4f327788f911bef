namespace OmniChannel.Channels;

/// <summary>One server-sent event.</summary>
public sealed record StreamFrame
{
    /// <summary>The event's name.</summary>
    public required string Event { get; init; }

    /// <summary>One line of JSON.</summary>
    public required string Data { get; init; }
}
