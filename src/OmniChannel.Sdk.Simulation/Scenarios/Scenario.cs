namespace OmniChannel.Simulation.Scenarios;

/// <summary>A contact centre to simulate, and how. The file format is described key by key in docs/concepts/simulation.md.</summary>
public sealed record Scenario
{
    /// <summary>The seed: the same scenario gives the same result, byte for byte, on any number of threads.</summary>
    /// <value>Default 1.</value>
    public ulong Seed { get; init; } = 1;

    /// <summary>Independent runs. With one, intervals come from batch means.</summary>
    /// <value>Default 20.</value>
    public int Replications { get; init; } = 20;

    /// <summary>Counted arrivals per replication, after the warm-up.</summary>
    /// <value>Default 200,000.</value>
    public long Arrivals { get; init; } = 200_000;

    /// <summary>Arrivals per replication that come first and are not counted.</summary>
    /// <value>Default 20,000, or 0 with a horizon.</value>
    public long Warmup { get; init; } = 20_000;

    /// <summary>When arrivals stop, instead of after <see cref="Arrivals"/>; null: by count.</summary>
    public double? Horizon { get; init; }

    /// <summary>How many may wait; beyond it an arrival is blocked. Null: no limit.</summary>
    public int? QueueLimit { get; init; }

    /// <summary>How many may wait and be served; beyond it an arrival is blocked. Null: no limit.</summary>
    public int? Lines { get; init; }

    /// <summary>How an agent is chosen among those who can take a contact.</summary>
    /// <value>Default: the agent idle longest.</value>
    public PolicyModel Policy { get; init; } = PolicyModel.LongestIdle;

    /// <summary>The waits that service levels are reported for.</summary>
    public IReadOnlyList<double> ServiceLevelTimes { get; init; } = [];

    /// <summary>Channels that classes name; empty: classes have weights of their own.</summary>
    public IReadOnlyList<ContactChannel> Channels { get; init; } = [];

    /// <summary>The kinds of contacts; at least one.</summary>
    public required IReadOnlyList<WorkClass> Classes { get; init; }

    /// <summary>The groups of agents; at least one.</summary>
    public required IReadOnlyList<AgentGroup> Agents { get; init; }

    /// <summary>The channel that a class names; null for none.</summary>
    internal ContactChannel? ChannelOf(WorkClass work) => work.Channel is null ? null : Channels.First(c => c.Name == work.Channel);

    /// <summary>Reads a scenario file.</summary>
    /// <exception cref="ScenarioException">It is not JSON, a key is unknown, or a value is impossible; the message names its path.</exception>
    public static Scenario Parse(string json)
    {
        var scenario = ScenarioReader.Read(json);
        ScenarioRules.Check(scenario);
        return scenario;
    }
}
