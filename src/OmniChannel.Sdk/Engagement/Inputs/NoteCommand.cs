namespace OmniChannel.Engagement.Inputs;

/// <summary>A private note. Any agent may leave one; it goes to no channel.</summary>
internal sealed record NoteCommand : ConversationCommand
{
    public required AgentId Agent { get; init; }

    public required string Text { get; init; }

    public override Decision Execute(Turn turn)
    {
        if (turn.State.Conversation(Conversation) is not { } conversation)
        {
            return Decision.No("conversation.unknown");
        }

        turn.Entry(
            conversation,
            new() { Conversation = default, Sequence = 0, Time = turn.Now, Kind = EntryKind.Note, Author = ParticipantKind.Agent, AuthorId = Agent.Value },
            new() { Contents = [new TextContent(Text)] });
        return Decision.Yes() with { Conversation = conversation.Id };
    }
}
