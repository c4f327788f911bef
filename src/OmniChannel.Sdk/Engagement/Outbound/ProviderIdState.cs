namespace OmniChannel.Engagement.Outbound;

/// <summary>A provider's message id and what it is of: our message, or a conversation's inbound one.</summary>
internal sealed record ProviderIdState
{
    /// <summary>The second half of the hash, against collisions of the key.</summary>
    public required long Check { get; init; }

    public required ConversationId Conversation { get; init; }

    public MessageId Message { get; init; }
}
