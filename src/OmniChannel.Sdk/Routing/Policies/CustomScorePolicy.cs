using System.Diagnostics.CodeAnalysis;
using System.Text.Json.Serialization;

namespace OmniChannel.Routing.Policies;

/// <summary>A score of the application's own, for agents and for work.</summary>
[Experimental("OMNI001")]
public sealed class CustomScorePolicy(string code, WorkAgentScore score) : RoutingPolicy
{
    /// <inheritdoc/>
    [JsonIgnore]
    public override string Code => code;

    internal override AgentChoice Choice => AgentChoice.Score;

    internal override bool ScoresWork => true;

    internal override double Score(in WorkAgentPair pair) => score(pair);
}
