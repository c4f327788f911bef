namespace OmniChannel.Conversations;

/// <summary>A conversation whose customer waits for a word of ours.</summary>
public sealed record UnansweredConversation
{
    /// <summary>The conversation.</summary>
    public required ConversationId Conversation { get; init; }

    /// <summary>Since when.</summary>
    public required DateTimeOffset Since { get; init; }
}
