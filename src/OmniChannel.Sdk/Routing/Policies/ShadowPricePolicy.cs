using System.Diagnostics.CodeAnalysis;
using System.Text.Json.Serialization;

namespace OmniChannel.Routing.Policies;

/// <summary>
/// The pair that is worth most after subtracting the prices of skills that the agent has and the work does not use, so that agents with
/// scarce skills are kept for work that needs them. O(agents who could take it) for new work.
/// </summary>
/// <remarks>Greedy minus an opportunity cost, as in W. Ma, Y. Ma and M. Romero, arXiv 2502.16862.</remarks>
[Experimental("OMNI001")]
public sealed class ShadowPricePolicy : RoutingPolicy
{
    /// <inheritdoc/>
    [JsonIgnore]
    public override string Code => "routing.shadow-price";

    /// <summary>What a skill is worth elsewhere, by name; 0 for others. Duals of an assignment, or a guess of scarcity.</summary>
    public IDictionary<string, double> Prices { get; init => field = value ?? new Dictionary<string, double>(StringComparer.Ordinal); } = new Dictionary<string, double>(StringComparer.Ordinal);

    /// <summary>The most that a price learned from what happens adds to a skill's own: a skill costs this much when all work that asks for it has to wait, and this
    /// times the part that has to wait otherwise.</summary>
    /// <value>Default 0: nothing is learned.</value>
    public double LearnedPrice { get; set; }

    /// <summary>How much of what was learned each work that gets to an agent replaces, above 0 and at most 1.</summary>
    /// <value>Default 0.02, about the last hundred.</value>
    public double LearningRate { get; set; } = 0.02;

    /// <summary>What a level of a skill that is asked for is worth.</summary>
    /// <value>Default 0.</value>
    public double LevelWeight { get; set; }

    /// <summary>What a tick of waiting is worth.</summary>
    /// <value>Default 0.</value>
    public double WaitWeight { get; set; }

    /// <summary>A pair with a price above this is not made: the agent is held back.</summary>
    /// <value>Default no limit.</value>
    [JsonNumberHandling(JsonNumberHandling.AllowNamedFloatingPointLiterals)]
    public double MaxPrice { get; set; } = double.PositiveInfinity;

    internal override AgentChoice Choice => AgentChoice.Score;

    internal override bool ScoresWork => true;

    internal override IDictionary<string, double>? SkillPrices => Prices;

    internal override double MostLearned => LearnedPrice;

    internal override double Learns => LearningRate;

    internal override double Score(in WorkAgentPair pair) =>
        pair.Price > MaxPrice ? double.NaN : (LevelWeight * pair.Levels) + (WaitWeight * pair.Wait) - pair.Price;
}
