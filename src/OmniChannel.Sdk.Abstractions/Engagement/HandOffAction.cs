namespace OmniChannel.Engagement;

/// <summary>Passes the conversation to people, with everything collected.</summary>
public sealed record HandOffAction : BotAction
{
    /// <summary>The queue; null for the bot's own <c>thenQueue</c>.</summary>
    public QueueName? Queue { get; init; }

    /// <summary>Why, as a stable word: <c>asked-for-person</c>, <c>not-understood</c>.</summary>
    public required string Reason { get; init; }

    /// <summary>What the customer wants, in one line; null for none. It becomes the open question.</summary>
    public string? Summary { get; init; }

    /// <summary>What the customer is after, as a stable word of the application's, such as <c>return</c>; null for unknown. It is kept as the slot <c>intent</c>.</summary>
    public string? Intent { get; init; }

    /// <summary>The agent to ask first; empty for none. Others are asked when that agent is away or does not take it in time.</summary>
    public AgentId Agent { get; init; }

    /// <summary>The team within the queue; null for whom the queue asks. An unknown team counts as none.</summary>
    public string? Team { get; init; }
}
