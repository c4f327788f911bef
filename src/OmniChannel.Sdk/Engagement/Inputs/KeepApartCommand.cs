namespace OmniChannel.Engagement.Inputs;

/// <summary>Two customers are never one: the undo of a merge.</summary>
internal sealed record KeepApartCommand : CommandInput
{
    public required CustomerId First { get; init; }

    public required CustomerId Second { get; init; }

    public override Decision Execute(Turn turn)
    {
        var joined = turn.State.Conversations.Values.Where(c => !c.JoinedInto.IsEmpty).OrderBy(c => c.Id).ToList();
        var done = false;
        turn.Identify((graph, facts) => done = graph.KeepApart(First.Value, Second.Value, turn.Now, facts));
        if (!done)
        {
            return Decision.No("customer.unknown");
        }

        ConversationStep.Part(turn, joined);
        return Decision.Yes("customer.parted");
    }
}
