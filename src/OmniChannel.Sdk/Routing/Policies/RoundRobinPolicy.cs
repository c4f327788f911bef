using System.Diagnostics.CodeAnalysis;
using System.Text.Json.Serialization;

namespace OmniChannel.Routing.Policies;

/// <summary>The agent whose last assignment is longest ago, however long that work took; the oldest work of the highest priority.</summary>
[Experimental("OMNI001")]
public sealed class RoundRobinPolicy : RoutingPolicy
{
    /// <inheritdoc/>
    [JsonIgnore]
    public override string Code => "routing.round-robin";

    internal override AgentOrder Order => AgentOrder.RoundRobin;
}
