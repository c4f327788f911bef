namespace OmniChannel.Simulation.Scenarios;

/// <summary>What is asked of an agent after a wait, in place of what was asked before.</summary>
public sealed record Ring
{
    /// <summary>The wait from which it holds.</summary>
    public required double After { get; init; }

    /// <summary>Skills needed from then on, with the least level.</summary>
    public IReadOnlyDictionary<string, int> Skills { get; init; } = new Dictionary<string, int>();

    /// <summary>Groups that serve from then on; null: everybody with the skills.</summary>
    public IReadOnlyList<string>? Groups { get; init; }
}
