namespace OmniChannel.Engagement.Facts;

/// <summary>A call began, moved or ended.</summary>
internal sealed record CallChanged : EngineFact
{
    public required ConversationId Conversation { get; init; }

    /// <summary>The call; null when it is over.</summary>
    public CallState? Call { get; init; }
}
