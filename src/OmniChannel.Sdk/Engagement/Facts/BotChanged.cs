namespace OmniChannel.Engagement.Facts;

/// <summary>A bot took the conversation, began or ended a turn, or let go. Memory and backlog are in the payload.</summary>
internal sealed record BotChanged : EngineFact
{
    public required ConversationId Conversation { get; init; }

    /// <summary>The bot; empty when it let go.</summary>
    public BotName Bot { get; init; }

    public QueueName ThenQueue { get; init; }

    public EffectId Turn { get; init; }

    public DateTimeOffset? Since { get; init; }

    public AgentId? From { get; init; }

    /// <summary>The conversation in which the bot began, where a join brought it here; null for this one.</summary>
    public ConversationId? Home { get; init; }
}
