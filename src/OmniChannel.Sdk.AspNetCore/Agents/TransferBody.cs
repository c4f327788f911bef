namespace OmniChannel.AspNetCore.Agents;

/// <summary>Whom a conversation is passed to.</summary>
internal sealed record TransferBody
{
    /// <summary>The colleague; null for a queue.</summary>
    public string? Agent { get; set; }

    /// <summary>The queue; null to stay in the same one.</summary>
    public string? Queue { get; set; }

    /// <summary>The team within the queue; null for whom the queue asks.</summary>
    public string? Team { get; set; }

    /// <summary>The bot; null for people.</summary>
    public string? Bot { get; set; }

    /// <summary>A private note for whoever takes over; null for none.</summary>
    public string? Note { get; set; }

    /// <summary>The assignment epoch seen; null for whatever is held.</summary>
    public long? Epoch { get; set; }
}
