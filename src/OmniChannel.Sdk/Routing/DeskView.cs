namespace OmniChannel.Routing;

/// <summary>Everything on an agent's desk.</summary>
public sealed record DeskView
{
    /// <summary>The agent; null when never signed in.</summary>
    public AgentView? Agent { get; init; }

    /// <summary>Offers to the agent, calls first, then the oldest first.</summary>
    public required IReadOnlyList<OfferView> Offers { get; init; }

    /// <summary>Conversations that the agent holds, the longest unanswered first.</summary>
    public required IReadOnlyList<Conversations.ConversationView> Conversations { get; init; }

    /// <summary>Colleagues who are signed in.</summary>
    public required IReadOnlyList<AgentView> Colleagues { get; init; }

    /// <summary>The floor as a whole.</summary>
    public required FloorView Floor { get; init; }

    /// <summary>Engine time of this view, for countdowns.</summary>
    public required DateTimeOffset Now { get; init; }
}
