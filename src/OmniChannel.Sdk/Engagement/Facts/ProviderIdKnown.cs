namespace OmniChannel.Engagement.Facts;

/// <summary>A provider's message id, hashed, and what it is of.</summary>
internal sealed record ProviderIdKnown : EngineFact
{
    public required long Key { get; init; }

    public required long Check { get; init; }

    public required ConversationId Conversation { get; init; }

    public MessageId Message { get; init; }
}
