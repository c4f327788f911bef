namespace OmniChannel.Engagement.Handoff;

/// <summary>What the timeline says of routing.</summary>
internal static class WorkEntries
{
    /// <summary>Adds what routing did to a conversation; what it did to others follows as inputs.</summary>
    public static void Add(Turn turn, ConversationId own, IEnumerable<object> facts)
    {
        foreach (var changes in facts.OfType<WorkItemChanged>().Where(f => Entry(f) is not null).GroupBy(f => f.Item.Conversation))
        {
            if (changes.Key == own && turn.State.Row(own) is { } conversation && turn.Appends(conversation))
            {
                Add(turn, conversation, changes);
            }
            else
            {
                turn.Then(new RoutedInput { Conversation = changes.Key, Changes = [.. changes] });
            }
        }
    }

    public static void Add(Turn turn, RoutedInput routed)
    {
        if (turn.State.Row(routed.Conversation) is { JoinedInto.IsEmpty: true } conversation)
        {
            Add(turn, conversation, routed.Changes);
        }
    }

    private static void Add(Turn turn, ConversationState conversation, IEnumerable<WorkItemChanged> changes)
    {
        foreach (var change in changes)
        {
            turn.Entry(conversation, Entry(change)!);
            if (change.Cause == WorkCause.Assigned && turn.Current(conversation).Call is not null && change.Item.Medium == ChannelMedium.Voice)
            {
                CallStep.Connect(turn, turn.Current(conversation), turn.State.Routing.Agent(change.Item.Agent)!);
            }
        }
    }

    private static EntryAdded? Entry(WorkItemChanged fact) => fact.Cause switch
    {
        WorkCause.Queued => New(EntryKind.Queued, fact, fact.Item.Queue.Value, Explanation.Of("work.queued", ("queue", fact.Item.Queue.Value))),
        WorkCause.Offered => New(EntryKind.Offered, fact, "", fact.Item.Offers[^1].Why),
        WorkCause.Accepted or WorkCause.Assigned => New(EntryKind.Assigned, fact, "", fact.Item.Why),
        WorkCause.Declined or WorkCause.Expired => New(EntryKind.OfferEnded, fact, Word(fact.Cause), Explanation.Of("work." + Word(fact.Cause), ("agent", fact.By.Value))),
        WorkCause.Withdrawn when !fact.By.IsEmpty && fact.Item.IsOpen =>
            New(EntryKind.OfferEnded, fact, "withdrawn", Explanation.Of("work.withdrawn", ("agent", fact.By.Value))),
        WorkCause.Transferred or WorkCause.Escalated or WorkCause.Released or WorkCause.Overflowed or WorkCause.Ringing =>
            New(EntryKind.HandOff, fact, Word(fact.Cause), Explanation.Of(
                "work." + Word(fact.Cause), ("queue", fact.Item.Queue.Value), ("agent", fact.Item.Preferred.Value), ("by", fact.By.Value))),
        _ => null,
    };

    private static EntryAdded New(EntryKind kind, WorkItemChanged fact, string detail, Explanation? reason) => new()
    {
        Conversation = default,
        Sequence = 0,
        Time = default,
        Kind = kind,
        Author = fact.By.IsEmpty ? ParticipantKind.System : ParticipantKind.Agent,
        AuthorId = fact.By.IsEmpty ? null : fact.By.Value,
        Reason = reason,
        Detail = detail,
    };

    private static string Word(WorkCause cause) => cause.ToString().ToLowerInvariant();
}
