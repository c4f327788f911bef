using System.Diagnostics.CodeAnalysis;
using OmniChannel.Routing.Policies;

namespace OmniChannel.Routing.Model;

/// <summary>What a <see cref="RoutingCore"/> is built from. Times are ticks of whatever unit the caller counts in; the core reads no clock.</summary>
[Experimental("OMNI001")]
public sealed class RoutingOptions
{
    /// <summary>Kinds of work by what they take of an agent. Indexed in this order; at most 16.</summary>
    /// <value>Empty means one channel named <c>work</c> of cost 1.</value>
    public IList<WorkChannelOptions> Channels { get; init => field = value ?? []; } = [];

    /// <summary>Priority classes. Indexed in this order.</summary>
    /// <value>Empty means one class of rank 0 that does not age.</value>
    public IList<PriorityClassOptions> Classes { get; init => field = value ?? []; } = [];

    /// <summary>Names of skills. Any other name in a requirement, or held by an agent, is refused.</summary>
    public IList<string> Skills { get; init => field = value ?? []; } = [];

    /// <summary>Names of teams (agent groups), to which queues can restrict work. At most 16,000.</summary>
    public IList<string> Teams { get; init => field = value ?? []; } = [];

    /// <summary>Queues. Indexed in this order.</summary>
    public IList<WorkQueueOptions> Queues { get; init => field = value ?? []; } = [];

    /// <summary>What makes work of the engine more or less urgent than its queue is.</summary>
    public IList<PriorityRuleOptions> Priorities { get; init => field = value ?? []; } = [];

    /// <summary>Agents known from the start; <see cref="RoutingCore.AddAgent"/> adds others later. They begin offline.</summary>
    public IList<WorkAgentOptions> Agents { get; init => field = value ?? []; } = [];

    /// <summary>How agents and work are chosen.</summary>
    /// <value>Default <see cref="LongestIdlePolicy"/>.</value>
    public RoutingPolicy Policy { get; set; } = new LongestIdlePolicy();

    /// <summary>True: work goes to its agent at once, without an offer that the agent accepts.</summary>
    /// <value>Default false.</value>
    public bool DirectAssign { get; set; }

    /// <summary>True keeps what every assignment was decided by, for <see cref="RoutingCore.Explain"/>.</summary>
    /// <value>Default true.</value>
    public bool Explain { get; set; } = true;

    /// <summary>True keeps an undo journal, without which <see cref="RoutingCore.Mark"/> is refused.</summary>
    /// <value>Default false.</value>
    public bool Undo { get; set; }

    /// <summary>True: deadlines are kept by the host, which says when one has come.</summary>
    internal bool HostKeepsTime { get; init; }
}
