namespace OmniChannel.Engagement.Facts;

/// <summary>A conversation became part of another, or (empty) stands alone again.</summary>
internal sealed record ConversationLinked : EngineFact
{
    public required ConversationId Conversation { get; init; }

    public ConversationId Into { get; init; }

    public required DateTimeOffset Time { get; init; }
}
