using System.Diagnostics.CodeAnalysis;
using System.Text.Json.Serialization;

namespace OmniChannel.Routing.Policies;

/// <summary>
/// A score of the application's own, for agents and for work. For a freed agent it compares the first of each kind of waiting work that it does
/// not keep apart (<see cref="double.NaN"/>): O(items kept apart).
/// </summary>
[Experimental("OMNI001")]
public sealed class CustomScorePolicy(string code, WorkAgentScore score) : RoutingPolicy
{
    /// <inheritdoc/>
    [JsonIgnore]
    public override string Code => code;

    internal override AgentChoice Choice => AgentChoice.Score;

    internal override bool ScoresWork => true;

    internal override bool JudgesEachItem => true;

    internal override double Score(in WorkAgentPair pair) => score(pair);
}
