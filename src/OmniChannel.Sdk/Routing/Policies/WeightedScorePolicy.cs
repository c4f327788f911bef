using System.Diagnostics.CodeAnalysis;
using System.Text.Json.Serialization;

namespace OmniChannel.Routing.Policies;

/// <summary>The pair with the largest affine function of how long the work waited and the agent idled.</summary>
/// <remarks>
/// Weights by class and agent as in W. Chan, G. Koole and P. L'Ecuyer, "Dynamic call center routing policies using call waiting and agent
/// idle times", MSOM 16(4), 2014; first come first served, priorities and delays are special cases.
/// </remarks>
[Experimental("OMNI001")]
public sealed class WeightedScorePolicy : RoutingPolicy
{
    /// <inheritdoc/>
    [JsonIgnore]
    public override string Code => "routing.weighted-score";

    /// <summary>What a tick of waiting is worth, by class; classes beyond the list have the last one's.</summary>
    /// <value>Default 1.</value>
    public IList<double> WaitWeights { get; init => field = value ?? [1]; } = [1];

    /// <summary>What a tick of idling is worth.</summary>
    /// <value>Default 1.</value>
    public double IdleWeight { get; set; } = 1;

    /// <summary>What a level of a skill that is asked for is worth.</summary>
    /// <value>Default 0.</value>
    public double LevelWeight { get; set; }

    /// <summary>Worth of a class before any waiting; classes beyond the list have the last one's.</summary>
    /// <value>Default 0.</value>
    public IList<double> Base { get; init => field = value ?? [0]; } = [0];

    internal override AgentChoice Choice => AgentChoice.Score;

    internal override bool ScoresWork => true;

    internal override double Score(in WorkAgentPair pair) =>
        At(Base, pair.Class) + (At(WaitWeights, pair.Class) * pair.Wait) + (IdleWeight * pair.Idle) + (LevelWeight * pair.Levels);

    private static double At(IList<double> values, int index) => values[Math.Min(index, values.Count - 1)];
}
