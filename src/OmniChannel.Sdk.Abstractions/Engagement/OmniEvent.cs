namespace OmniChannel.Engagement;

/// <summary>A public, versioned event: something that happened in a conversation.</summary>
public sealed record OmniEvent
{
    /// <summary>Unique and increasing in the workspace; pass it to <c>WatchAsync</c> to go on after it.</summary>
    public required OmniEventId Id { get; init; }

    /// <summary>Version of the event's shape.</summary>
    public int Version { get; init; } = 1;

    /// <summary>The workspace it happened in.</summary>
    public required WorkspaceId Workspace { get; init; }

    /// <summary>What happened.</summary>
    public required TimelineEntry Entry { get; init; }

    /// <summary>The step of a hand-off that it is; null for other events.</summary>
    public HandOffEvent? HandOff => HandOffEvent.Of(Entry);

    /// <summary>The customer; empty while unknown.</summary>
    public CustomerId Customer { get; init; }
}
