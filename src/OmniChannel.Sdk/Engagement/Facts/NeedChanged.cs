namespace OmniChannel.Engagement.Facts;

/// <summary>What the customer wants, in one line: the payload's text, or the first of its contents where it is the message that says so.</summary>
internal sealed record NeedChanged : EngineFact
{
    public required ConversationId Conversation { get; init; }
}
