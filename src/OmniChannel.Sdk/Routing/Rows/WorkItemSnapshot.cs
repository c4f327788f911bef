using System.Collections.Immutable;
using System.Text.Json.Serialization;

namespace OmniChannel.Routing.Rows;

/// <summary>The row of a work item: all that the core remembers of it, by names. Immutable.</summary>
internal sealed record WorkItemSnapshot
{
    public required WorkItemId Id { get; init; }

    public required ConversationId Conversation { get; init; }

    /// <summary>The queue it waits in, or came from.</summary>
    public required QueueName Queue { get; init; }

    public required WorkStatus Status { get; init; }

    /// <summary>The phase behind <see cref="Status"/>; <see cref="WorkPhase.Gone"/> in rows from before there were phases.</summary>
    public WorkPhase Phase { get; init; }

    /// <summary>How people use the channel that it is about; a call rings.</summary>
    public ChannelMedium Medium { get; init; }

    /// <summary>The team that it was passed to; null for what the queue asks.</summary>
    public string? Team { get; init; }

    /// <summary>What it takes of an agent's capacity.</summary>
    public int Weight { get; init; } = 1;

    /// <summary>The priority class; null: so many steps of <see cref="Priority"/> above the queue's.</summary>
    public string? Class { get; init; }

    /// <summary>The place of the class among all, the least urgent first.</summary>
    public int Priority { get; init; }

    /// <summary>So many classes it was moved up by what is known of its conversation; negative is down.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingDefault)]
    public int Steps { get; init; }

    /// <summary>Since when it waits for the customer's sake; kept over transfers.</summary>
    public required DateTimeOffset CreatedAt { get; init; }

    /// <summary>Since when it is in this queue.</summary>
    public required DateTimeOffset QueuedAt { get; init; }

    /// <summary>The order of arrival, which settles what age and urgency leave open.</summary>
    public long Order { get; init; }

    /// <summary>The ring of the requirement that holds, from 0.</summary>
    public int Ring { get; init; }

    /// <summary>How often an agent declined it or let it lapse in this queue.</summary>
    public int Refusals { get; init; }

    /// <summary>Whether it counts towards its agent's relief.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingDefault)]
    public bool Heavy { get; init; }

    /// <summary>The agent it should go to if they can take it; empty for none.</summary>
    public AgentId Preferred { get; init; }

    /// <summary>Until when it waits for the preferred agent alone; null for not at all.</summary>
    public DateTimeOffset? PreferredUntil { get; init; }

    /// <summary>Open offers, the oldest first. Rows from before there could be several have none here: what is missing is read as the default.</summary>
    public ImmutableArray<WorkOffer> Offers { get; init => field = value.IsDefault ? [] : value; } = [];

    /// <summary>The one offer of rows from before there could be several; read, never written.</summary>
    public WorkOffer? Offer
    {
        get => null;
        init => Offers = value is null ? Offers : [value];
    }

    /// <summary>The end of the offers, the hold or the wrap-up.</summary>
    public DateTimeOffset? Until { get; init; }

    /// <summary>When time alone does something to it; null for never.</summary>
    public DateTimeOffset? Deadline { get; init; }

    /// <summary>The agent who holds it; empty unless assigned.</summary>
    public AgentId Agent { get; init; }

    /// <summary>Goes up with every offer and change of hands; a command with an older one is refused.</summary>
    public long Epoch { get; init; }

    /// <summary>Agents not asked again for a while.</summary>
    public ImmutableArray<Cooldown> Cooldowns { get; init; } = [];

    /// <summary>Why its agent got it; null before.</summary>
    public Explanation? Why { get; init; }

    /// <summary>True while somebody waits for it, is asked or holds it: at most one such item for a conversation.</summary>
    [JsonIgnore]
    public bool IsOpen => Status is WorkStatus.Waiting or WorkStatus.Offered or WorkStatus.Assigned;

    /// <summary>Why it is offered or assigned; null while it waits.</summary>
    [JsonIgnore]
    public Explanation? Reason => Offers.IsEmpty ? Why : Offers[0].Why;

    public WorkOffer? OfferTo(AgentId agent) => Offers.FirstOrDefault(o => o.Agent == agent);

    /// <summary>Who is asked for it or holds it: their capacity is taken.</summary>
    public IEnumerable<AgentId> Carriers() => Status is WorkStatus.Assigned or WorkStatus.WrapUp ? [Agent] : Offers.Select(o => o.Agent);
}
