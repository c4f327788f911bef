namespace OmniChannel.Engagement.Engine;

/// <summary>Where a batch begins: after which journal row, at what engine time, under which lease.</summary>
internal readonly record struct BatchStart
{
    public required long Sequence { get; init; }

    public required DateTimeOffset At { get; init; }

    public required long LeaseEpoch { get; init; }

    /// <summary>What was decided before and is being written.</summary>
    public IReadOnlyList<DecidedInput> Unwritten { get; init; }
}
