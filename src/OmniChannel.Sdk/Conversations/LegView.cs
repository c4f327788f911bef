namespace OmniChannel.Conversations;

/// <summary>A run on one channel.</summary>
public sealed record LegView
{
    /// <summary>The channel's name, such as <c>sms</c>.</summary>
    public required string Channel { get; init; }

    /// <summary>The name for people.</summary>
    public required string DisplayName { get; init; }

    /// <summary>When it began.</summary>
    public required DateTimeOffset StartedAt { get; init; }

    /// <summary>True while the customer's client is connected, on channels that know.</summary>
    public required bool IsPresent { get; init; }
}
