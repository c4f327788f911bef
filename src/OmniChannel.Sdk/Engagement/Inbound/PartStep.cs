namespace OmniChannel.Engagement.Inbound;

/// <summary>After an undone merge: what was joined and is another customer's now stands alone again, unowned, in its queue.</summary>
internal static class PartStep
{
    public static void Regroup(Turn turn, RegroupInput input)
    {
        foreach (var joined in input.Customers.SelectMany(c => turn.State.JoinedOf(new(c))).OrderBy(c => c.Id))
        {
            if (IsAnothers(turn, joined))
            {
                turn.Then(new PartInput { Conversation = joined.Id });
            }
        }
    }

    public static void Part(Turn turn, ConversationId id)
    {
        if (turn.State.Row(id) is { JoinedInto.IsEmpty: false } conversation && turn.State.Conversation(id) is not null && IsAnothers(turn, conversation))
        {
            turn.Emit(new ConversationLinked { Conversation = id, Time = turn.Now });
            WorkSteps.Enqueue(turn, turn.Current(conversation), turn.Rules.DefaultQueue);
        }
    }

    /// <summary>Asked of the very one it joined: what that became part of is that one's affair.</summary>
    private static bool IsAnothers(Turn turn, ConversationState joined) =>
        turn.State.Row(joined.JoinedInto) is { } into && turn.State.Identity.Resolve(into.Atom) != turn.State.Identity.Resolve(joined.Atom);
}
