namespace OmniChannel.Engagement.Facts;

/// <summary>What the customer wants, in one line: the payload's text, or the first of its contents. A message that says it by itself needs no such fact.</summary>
internal sealed record NeedChanged : EngineFact
{
    public required ConversationId Conversation { get; init; }
}
