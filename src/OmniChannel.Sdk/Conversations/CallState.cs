namespace OmniChannel.Conversations;

/// <summary>A live call.</summary>
internal sealed record CallState
{
    public required string SessionId { get; init; }

    public required ChannelAccountId Account { get; init; }

    public CallPhase Phase { get; init; }

    public required DateTimeOffset StartedAt { get; init; }

    /// <summary>True while a request of the provider waits for instructions.</summary>
    public bool IsAsking { get; init; }
}
