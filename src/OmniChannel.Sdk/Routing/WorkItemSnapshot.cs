using System.Collections.Immutable;

namespace OmniChannel.Routing;

/// <summary>A work item as routing sees it. Immutable.</summary>
public sealed record WorkItemSnapshot
{
    /// <summary>The item.</summary>
    public required WorkItemId Id { get; init; }

    /// <summary>Its conversation.</summary>
    public required ConversationId Conversation { get; init; }

    /// <summary>The queue it waits in, or came from.</summary>
    public required QueueName Queue { get; init; }

    /// <summary>Where it is.</summary>
    public required WorkStatus Status { get; init; }

    /// <summary>How people use the channel that it is about; a call rings.</summary>
    public ChannelMedium Medium { get; init; }

    /// <summary>What it takes of an agent's capacity.</summary>
    public int Weight { get; init; } = 1;

    /// <summary>The larger, the sooner.</summary>
    public int Priority { get; init; }

    /// <summary>Since when it waits for the customer's sake; kept over transfers.</summary>
    public required DateTimeOffset CreatedAt { get; init; }

    /// <summary>Since when it is in this queue.</summary>
    public required DateTimeOffset QueuedAt { get; init; }

    /// <summary>The agent it should go to if they can take it; empty for none.</summary>
    public AgentId Preferred { get; init; }

    /// <summary>Until when it waits for the preferred agent alone; null for not at all.</summary>
    public DateTimeOffset? PreferredUntil { get; init; }

    /// <summary>The open offer; null unless offered.</summary>
    public WorkOffer? Offer { get; init; }

    /// <summary>The agent who holds it; empty unless assigned.</summary>
    public AgentId Agent { get; init; }

    /// <summary>Goes up with every change of hands; a command with an older one is refused.</summary>
    public long Epoch { get; init; }

    /// <summary>Agents not asked again for a while.</summary>
    public ImmutableArray<Cooldown> Cooldowns { get; init; } = [];

    /// <summary>Why its agent got it; null before.</summary>
    public Explanation? Why { get; init; }
}
