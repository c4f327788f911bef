using System.Diagnostics.CodeAnalysis;
using System.Text.Json.Serialization;

namespace OmniChannel.Routing.Policies;

/// <summary>The agent idle longest; the oldest work of the highest priority.</summary>
[Experimental("OMNI001")]
public sealed class LongestIdlePolicy : RoutingPolicy
{
    /// <inheritdoc/>
    [JsonIgnore]
    public override string Code => "routing.longest-idle";
}
