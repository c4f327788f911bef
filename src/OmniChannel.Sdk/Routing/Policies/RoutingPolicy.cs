using System.Diagnostics.CodeAnalysis;
using System.Text.Json.Serialization;

namespace OmniChannel.Routing.Policies;

/// <summary>
/// How an agent is chosen for work that comes, and work for an agent who is free. Who may take what, and the ranks of priority classes, are
/// the same under every policy: a policy chooses among agents who are eligible, and among work of the highest rank.
/// </summary>
[Experimental("OMNI001")]
[JsonPolymorphic(TypeDiscriminatorPropertyName = "kind")]
[JsonDerivedType(typeof(LongestIdlePolicy), "longest-idle")]
[JsonDerivedType(typeof(RoundRobinPolicy), "round-robin")]
[JsonDerivedType(typeof(LeastLoadedPolicy), "least-loaded")]
[JsonDerivedType(typeof(MostCapablePolicy), "most-capable")]
[JsonDerivedType(typeof(WeightedScorePolicy), "weighted-score")]
[JsonDerivedType(typeof(QueueRatioPolicy), "queue-ratio")]
[JsonDerivedType(typeof(GeneralizedCMuPolicy), "generalized-c-mu")]
[JsonDerivedType(typeof(ShadowPricePolicy), "shadow-price")]
[JsonDerivedType(typeof(BatchOptimalPolicy), "batch-optimal")]
public abstract class RoutingPolicy
{
    private protected RoutingPolicy()
    {
    }

    /// <summary>The code that explanations carry, such as <c>routing.longest-idle</c>.</summary>
    [JsonIgnore]
    public abstract string Code { get; }

    internal virtual AgentOrder Order => AgentOrder.LongestIdle;

    internal virtual AgentChoice Choice => AgentChoice.First;

    internal virtual bool ScoresWork => false;

    /// <summary>True when scores differ between items of one lane, so that one that is kept apart must not hide those behind it.</summary>
    internal virtual bool JudgesEachItem => false;

    /// <summary>Length of the window in which work and agents are collected and then matched at once; 0 to match at once.</summary>
    internal virtual long WindowTicks => 0;

    /// <summary>What skills are worth elsewhere, for <see cref="WorkAgentPair.Price"/>; null for nothing.</summary>
    internal virtual IDictionary<string, double>? SkillPrices => null;

    /// <summary>What is added to the price of a skill for which all work has to wait; 0 to learn nothing.</summary>
    internal virtual double MostLearned => 0;

    /// <summary>The part of what was learned that one more work replaces.</summary>
    internal virtual double Learns => 0;

    /// <summary>The pair's score; the largest wins, then the order of agents or the age of work. NaN: not this pair now.</summary>
    internal virtual double Score(in WorkAgentPair pair) => 0;
}
