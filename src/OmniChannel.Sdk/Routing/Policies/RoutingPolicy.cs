using System.Diagnostics.CodeAnalysis;
using OmniChannel.Routing.Structures;

namespace OmniChannel.Routing.Policies;

/// <summary>
/// How an agent is chosen for work that comes, and work for an agent who is free. Who may take what, and the ranks of priority classes, are
/// the same under every policy: a policy chooses among agents who are eligible, and among work of the highest rank.
/// </summary>
[Experimental("OMNI001")]
public abstract class RoutingPolicy
{
    private protected RoutingPolicy()
    {
    }

    /// <summary>The code that explanations carry, such as <c>routing.longest-idle</c>.</summary>
    public abstract string Code { get; }

    internal virtual AgentOrder Order => AgentOrder.LongestIdle;

    internal virtual AgentChoice Choice => AgentChoice.First;

    internal virtual bool ScoresWork => false;

    /// <summary>Length of the window in which work and agents are collected and then matched at once; 0 to match at once.</summary>
    internal virtual long Window => 0;

    /// <summary>What the agent's skills are worth elsewhere.</summary>
    internal virtual double PriceOf(Catalogue catalogue, Shape shape, int profile) => 0;

    /// <summary>The pair's score; the largest wins, then the order of agents or the age of work. NaN: not this pair now.</summary>
    internal virtual double Score(in WorkAgentPair pair) => 0;
}
