using System.Diagnostics.CodeAnalysis;

namespace OmniChannel.Routing.Policies;

/// <summary>The agent idle longest; the oldest work of the highest priority.</summary>
[Experimental("OMNI001")]
public sealed class LongestIdlePolicy : RoutingPolicy
{
    /// <inheritdoc/>
    public override string Code => "routing.longest-idle";
}
