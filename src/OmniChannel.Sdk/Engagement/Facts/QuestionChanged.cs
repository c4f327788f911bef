namespace OmniChannel.Engagement.Facts;

/// <summary>We asked something, or got the answer. The question is in the payload; none is the end of it.</summary>
internal sealed record QuestionChanged : EngineFact
{
    public required ConversationId Conversation { get; init; }

    public bool AskedTwice { get; init; }
}
