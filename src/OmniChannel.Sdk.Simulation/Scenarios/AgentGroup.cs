namespace OmniChannel.Simulation.Scenarios;

/// <summary>Agents who are alike.</summary>
public sealed record AgentGroup
{
    /// <summary>Its name.</summary>
    public required string Name { get; init; }

    /// <summary>How many agents it has.</summary>
    public required int Count { get; init; }

    /// <summary>Skills held, with the level.</summary>
    public IReadOnlyDictionary<string, int> Skills { get; init; } = new Dictionary<string, int>();

    /// <summary>A drawn duration is divided by this.</summary>
    /// <value>Default 1.</value>
    public double ServiceRate { get; init; } = 1;

    /// <summary>Rates by class name; they win over <see cref="ServiceRate"/>.</summary>
    public IReadOnlyDictionary<string, double> ServiceRates { get; init; } = new Dictionary<string, double>();

    /// <summary>Units of work an agent takes at once.</summary>
    /// <value>Default 1.</value>
    public int Capacity { get; init; } = 1;

    /// <summary>Most contacts of a channel at one agent, by the channel's name, where less than the channel's own limit.</summary>
    public IReadOnlyDictionary<string, int> Limits { get; init; } = new Dictionary<string, int>();

    /// <summary>When they are there, in order; null: always.</summary>
    public IReadOnlyList<Shift>? Shifts { get; init; }

    /// <summary>The rate at which this group serves a class.</summary>
    public double RateFor(string workClass) => ServiceRates.TryGetValue(workClass, out var rate) ? rate : ServiceRate;
}
