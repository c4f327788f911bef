namespace OmniChannel;

/// <summary>Whom a conversation is passed to: an agent, a queue, a team or a bot.</summary>
public sealed record TransferTarget
{
    /// <summary>The colleague; empty for a queue.</summary>
    public AgentId Agent { get; init; }

    /// <summary>The queue; empty to stay in the same one.</summary>
    public QueueName Queue { get; init; }

    /// <summary>The team within the queue, or within the present one; null for whom the queue asks.</summary>
    public string? Team { get; init; }

    /// <summary>The bot, which gets it back at once; empty for people. Not while a call is on.</summary>
    public BotName Bot { get; init; }

    /// <summary>A private note for whoever takes over; null for none.</summary>
    public string? Note { get; init; }
}
