namespace OmniChannel.Engagement.Facts;

/// <summary>What the customer wants, in one line.</summary>
internal sealed record NeedChanged : EngineFact
{
    public required ConversationId Conversation { get; init; }
}
