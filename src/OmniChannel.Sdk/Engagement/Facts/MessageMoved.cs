namespace OmniChannel.Engagement.Facts;

/// <summary>How far a message is.</summary>
internal sealed record MessageMoved : EngineFact
{
    public required MessageId Message { get; init; }

    public required DeliveryState State { get; init; }

    public int Attempt { get; init; }

    public int Tries { get; init; }

    public int Part { get; init; }

    public DateTimeOffset? Due { get; init; }

    public string Reason { get; init; } = "";

    public bool StoodAside { get; init; }
}
