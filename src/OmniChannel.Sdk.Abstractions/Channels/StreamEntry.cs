namespace OmniChannel.Channels;

/// <summary>A committed entry that may be of interest to a visitor.</summary>
public sealed record StreamEntry
{
    /// <summary>The conversation.</summary>
    public required ConversationId Conversation { get; init; }

    /// <summary>The entry's place in the conversation's gap-free sequence.</summary>
    public required long Sequence { get; init; }

    /// <summary>The entry as it stands in the timeline.</summary>
    public required TimelineEntry Entry { get; init; }

    /// <summary>The name that a customer may read of the agent or bot who did it; null for none. Never an id.</summary>
    public string? AuthorName { get; init; }

    /// <summary>What the adapter gave as <see cref="MessageReceived.ProviderMessageId"/> of a customer's message; null where unknown.</summary>
    public string? ProviderMessageId { get; init; }

    /// <summary>
    /// True for a message that the client was offered before, at the same place, and whose delivery state changed since. A frame of it replaces
    /// the earlier one; of a message that is held now, it takes the earlier one back.
    /// </summary>
    public bool IsChange { get; init; }
}
