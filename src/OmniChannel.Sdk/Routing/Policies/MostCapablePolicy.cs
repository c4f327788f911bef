using System.Diagnostics.CodeAnalysis;
using System.Text.Json.Serialization;

namespace OmniChannel.Routing.Policies;

/// <summary>The agent with the highest levels of the required and preferred skills, added up; among those the one idle longest.</summary>
[Experimental("OMNI001")]
public sealed class MostCapablePolicy : RoutingPolicy
{
    /// <inheritdoc/>
    [JsonIgnore]
    public override string Code => "routing.most-capable";

    internal override AgentChoice Choice => AgentChoice.Score;

    internal override double Score(in WorkAgentPair pair) => pair.Levels;
}
