using System.Diagnostics.CodeAnalysis;
using System.Text.Json.Serialization;

namespace OmniChannel.Routing.Policies;

/// <summary>A freed agent serves the queue whose length is most above its share of all that wait; new work goes to the agent idle longest.</summary>
/// <remarks>The queue-and-idleness-ratio rule of I. Gurvich and W. Whitt, "Service-level differentiation in many-server service systems via queue-ratio routing", Operations Research 58(2), 2010.</remarks>
[Experimental("OMNI001")]
public sealed class QueueRatioPolicy : RoutingPolicy
{
    /// <inheritdoc/>
    [JsonIgnore]
    public override string Code => "routing.queue-ratio";

    internal override bool ScoresWork => true;

    internal override double Score(in WorkAgentPair pair) => pair.QueueLength - (pair.QueueRatio * pair.Waiting);
}
