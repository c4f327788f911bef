namespace OmniChannel.Conversations;

/// <summary>A run on one channel.</summary>
internal sealed record LegState
{
    public required ChannelAccountId Account { get; init; }

    public required string SenderId { get; init; }

    public required long Atom { get; init; }

    public required DateTimeOffset StartedAt { get; init; }

    /// <summary>For a stream: the customer's client is connected.</summary>
    public bool IsPresent { get; init; } = true;

    public ChannelAddress Address => new() { Account = Account, SenderId = SenderId };
}
