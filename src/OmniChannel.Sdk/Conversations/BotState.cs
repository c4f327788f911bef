namespace OmniChannel.Conversations;

/// <summary>A bot that holds the conversation.</summary>
internal sealed record BotState
{
    public required BotName Name { get; init; }

    /// <summary>The queue that the bot hands over to unless it names another.</summary>
    public QueueName ThenQueue { get; init; }

    /// <summary>Since when the customer waits, where people had the conversation before; null otherwise.</summary>
    public DateTimeOffset? Since { get; init; }

    /// <summary>The agent who passed it to the bot; null for nobody.</summary>
    public AgentId? From { get; init; }

    /// <summary>The conversation in which it began, where a join brought it here; null for this one.</summary>
    public ConversationId? Home { get; init; }

    public string? Memory { get; init; }

    /// <summary>The turn under way; empty for none.</summary>
    public EffectId Turn { get; init; }

    /// <summary>What came while a turn was under way, in order.</summary>
    public ImmutableArray<BotCue> Backlog { get; init; } = [];
}
