namespace OmniChannel.Routing.Structures;

/// <summary>What agents with the same terms hold at most.</summary>
internal sealed class AgentTerms
{
    public required int Capacity { get; init; }

    public required int[] Limits { get; init; }

    /// <summary>Bits of channels of which one item fits when nothing else is held.</summary>
    public required int Channels { get; init; }

    public required int MaxOffers { get; init; }

    public required int ReliefAfter { get; init; }

    public required long ReliefFor { get; init; }

    public required double ServiceRate { get; init; }

    public required bool OnlyTakes { get; init; }

    /// <summary>Whether the agent takes work from a queue themselves, by its index; null for all.</summary>
    public required bool[]? TakesFrom { get; init; }

    public bool MayTakeFrom(int queue) => TakesFrom is null || TakesFrom[queue];

    public bool Same(AgentTerms other) =>
        OnlyTakes == other.OnlyTakes && (TakesFrom is null) == (other.TakesFrom is null) && TakesFrom.AsSpan().SequenceEqual(other.TakesFrom) &&
        Capacity == other.Capacity && MaxOffers == other.MaxOffers && ReliefAfter == other.ReliefAfter && ReliefFor == other.ReliefFor
        && ServiceRate == other.ServiceRate && Limits.AsSpan().SequenceEqual(other.Limits);
}
