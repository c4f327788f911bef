namespace OmniChannel;

/// <summary>Whom a conversation is passed to: an agent or a queue.</summary>
public sealed record TransferTarget
{
    /// <summary>The colleague; empty for a queue.</summary>
    public AgentId Agent { get; init; }

    /// <summary>The queue; empty to stay in the same one.</summary>
    public QueueName Queue { get; init; }

    /// <summary>A private note for whoever takes over; null for none.</summary>
    public string? Note { get; init; }
}
