namespace OmniChannel.Simulation.Scenarios;

/// <summary>A routing policy by name, with its settings. Waits are in the scenario's unit of time.</summary>
public sealed record PolicyModel
{
    /// <summary>The agent idle longest.</summary>
    public static PolicyModel LongestIdle { get; } = new() { Kind = "longest-idle" };

    /// <summary>One of <c>longest-idle</c>, <c>round-robin</c>, <c>least-loaded</c>, <c>most-capable</c>, <c>queue-ratio</c>, <c>generalized-c-mu</c>,
    /// <c>weighted-score</c>, <c>shadow-price</c>, <c>batch-optimal</c>.</summary>
    public required string Kind { get; init; }

    /// <summary>What a unit of waiting is worth, for the last three.</summary>
    /// <value>Default 1.</value>
    public double WaitWeight { get; init; } = 1;

    /// <summary>What a unit of idling is worth, for the weighted score.</summary>
    /// <value>Default 1.</value>
    public double IdleWeight { get; init; } = 1;

    /// <summary>What a level of a skill that is asked for is worth, for the last three.</summary>
    /// <value>Default 0.</value>
    public double LevelWeight { get; init; }

    /// <summary>What skills are worth elsewhere, for shadow prices.</summary>
    public IReadOnlyDictionary<string, double> Prices { get; init; } = new Dictionary<string, double>();

    /// <summary>The price above which an agent is held back; null: none.</summary>
    public double? MaxPrice { get; init; }

    /// <summary>For shadow prices: what a skill costs besides when all work that asks for it has to wait, and in proportion where a part has to. Learned while it runs.</summary>
    /// <value>Default 0: nothing is learned.</value>
    public double LearnedPrice { get; init; }

    /// <summary>How much of what was learned each contact that gets to an agent replaces, above 0 and at most 1.</summary>
    /// <value>Default 0.02.</value>
    public double LearningRate { get; init; } = 0.02;

    /// <summary>For how long a batch collects.</summary>
    /// <value>Default 0.05.</value>
    public double Window { get; init; } = 0.05;
}
