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
}
