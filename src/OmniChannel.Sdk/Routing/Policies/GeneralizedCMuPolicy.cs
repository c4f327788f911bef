using System.Diagnostics.CodeAnalysis;
using System.Text.Json.Serialization;

namespace OmniChannel.Routing.Policies;

/// <summary>A freed agent serves the class whose waiting costs most at the margin, times the agent's speed; new work goes to the agent idle longest.</summary>
/// <remarks>A. Mandelbaum and A. Stolyar, "Scheduling flexible servers with convex delay costs", Operations Research 52(6), 2004.</remarks>
[Experimental("OMNI001")]
public sealed class GeneralizedCMuPolicy : RoutingPolicy
{
    /// <inheritdoc/>
    [JsonIgnore]
    public override string Code => "routing.generalized-c-mu";

    internal override bool ScoresWork => true;

    internal override double Score(in WorkAgentPair pair) => pair.MarginalCost * pair.ServiceRate;
}
