namespace OmniChannel.Engagement.Facts;

/// <summary>
/// After a join was undone: what a conversation has, as if it had never been joined, and with what happened to it since. Who holds it, whether it
/// is open and its place in the sequence are not part of that.
/// </summary>
internal sealed record ConversationRestored : EngineFact
{
    public required ConversationId Conversation { get; init; }
}
