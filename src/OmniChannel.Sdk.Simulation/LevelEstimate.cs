namespace OmniChannel.Simulation;

/// <summary>A service level: the share of admitted contacts that were served after at most a time.</summary>
public sealed record LevelEstimate
{
    /// <summary>The time, in the scenario's unit.</summary>
    public required double Time { get; init; }

    /// <summary>The share.</summary>
    public required Estimate Share { get; init; }
}
