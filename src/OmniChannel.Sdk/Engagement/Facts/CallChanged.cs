namespace OmniChannel.Engagement.Facts;

/// <summary>A call began, moved, was told what to do, or ended. What it was told is the payload's: <see cref="CallState.Said"/> stays empty here.</summary>
internal sealed record CallChanged : EngineFact
{
    public required ConversationId Conversation { get; init; }

    /// <summary>The call; null when it is over.</summary>
    public CallState? Call { get; init; }
}
