using System.Diagnostics.CodeAnalysis;
using System.Text.Json.Serialization;

namespace OmniChannel.Routing.Policies;

/// <summary>The agent who uses the smallest part of their capacity, in eighths; among those the one idle longest.</summary>
[Experimental("OMNI001")]
public sealed class LeastLoadedPolicy : RoutingPolicy
{
    /// <inheritdoc/>
    [JsonIgnore]
    public override string Code => "routing.least-loaded";

    internal override AgentChoice Choice => AgentChoice.LeastLoaded;
}
