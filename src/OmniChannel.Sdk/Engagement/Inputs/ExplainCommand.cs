namespace OmniChannel.Engagement.Inputs;

/// <summary>Asks why a conversation went to its agent, or why it still waits. Changes nothing: the writer answers, since it has the core.</summary>
internal sealed record ExplainCommand : ConversationCommand
{
    public override Decision Execute(Turn turn)
    {
        var item = turn.State.Conversation(Conversation) is { } found ? turn.State.Routing.ItemOf(found.Id) : null;
        return new() { Accepted = true, Reason = item is null ? Explanation.Of("routing.unknown") : turn.State.Routing.Explain(item, turn.Now) };
    }
}
