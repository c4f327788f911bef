namespace OmniChannel.Engagement.Facts;

/// <summary>A conversation began.</summary>
internal sealed record ConversationOpened : EngineFact
{
    public required ConversationId Conversation { get; init; }

    public required long Atom { get; init; }

    public required DateTimeOffset Time { get; init; }

    public Locale Locale { get; init; }
}
