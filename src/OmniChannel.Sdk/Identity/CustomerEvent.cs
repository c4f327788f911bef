namespace OmniChannel.Identity;

/// <summary>A step in how a customer came to be.</summary>
public sealed record CustomerEvent
{
    /// <summary>When.</summary>
    public required DateTimeOffset At { get; init; }

    /// <summary>The address or record concerned, by the id that it began with.</summary>
    public required CustomerId Of { get; init; }

    /// <summary>What happened, as a code with arguments: <c>history.began</c>, <c>history.tied</c>, <c>history.joined</c>, <c>history.verdict-apart</c> and so on.</summary>
    public required Explanation Explanation { get; init; }
}
