using System.Diagnostics.CodeAnalysis;

namespace OmniChannel.Routing.Model;

/// <summary>A queue.</summary>
[Experimental("OMNI001")]
public sealed class WorkQueueOptions
{
    /// <summary>The name, compared ordinally.</summary>
    public required string Name { get; init; }

    /// <summary>What its work asks of an agent.</summary>
    public WorkRequirementOptions Requirement { get; init => field = value ?? new(); } = new();

    /// <summary>The priority class of work that names none.</summary>
    /// <value>Null means the first class.</value>
    public string? Class { get; set; }

    /// <summary>True: agents take work from it (<see cref="RoutingCore.Pull"/>), it is not given to them.</summary>
    public bool Pull { get; set; }

    /// <summary>Ticks an agent has to accept.</summary>
    /// <value>Default no limit.</value>
    public long OfferTimeout { get; set; } = long.MaxValue;

    /// <summary>How many agents are asked at once for one item, 1 to 16; the first who accepts gets it.</summary>
    /// <value>Default 1.</value>
    public int ConcurrentOffers { get; set; } = 1;

    /// <summary>Ticks for which an agent who declined or missed an item is not asked for it again.</summary>
    /// <value>Default 0.</value>
    public long DeclineCooldown { get; set; }

    /// <summary>True: all that comes into it counts towards its agent's relief.</summary>
    public bool Heavy { get; set; }

    /// <summary>When work moves to another queue.</summary>
    public IList<EscalationOptions> Escalations { get; init => field = value ?? []; } = [];

    /// <summary>The part of all waiting work that should be this queue's, for <see cref="Policies.QueueRatioPolicy"/>.</summary>
    /// <value>Default 1.</value>
    public double Ratio { get; set; } = 1;
}
