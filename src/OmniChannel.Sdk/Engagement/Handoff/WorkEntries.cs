namespace OmniChannel.Engagement.Handoff;

/// <summary>What the timeline says of routing.</summary>
internal static class WorkEntries
{
    public static void Add(Turn turn, IEnumerable<RoutingFact> facts)
    {
        foreach (var fact in facts.OfType<WorkItemChanged>())
        {
            if (turn.State.Conversations.Find(fact.Item.Conversation.Value) is { } conversation && Entry(fact) is { } entry)
            {
                turn.Entry(conversation, entry);
            }
        }
    }

    private static EntryAdded? Entry(WorkItemChanged fact) => fact.Cause switch
    {
        WorkCause.Queued => New(EntryKind.Queued, fact, fact.Item.Queue.Value, Explanation.Of("work.queued", ("queue", fact.Item.Queue.Value))),
        WorkCause.Offered => New(EntryKind.Offered, fact, "", fact.Item.Offer!.Why),
        WorkCause.Accepted => New(EntryKind.Assigned, fact, "", fact.Item.Why),
        WorkCause.Declined or WorkCause.Expired => New(EntryKind.OfferEnded, fact, Word(fact.Cause), Explanation.Of("work." + Word(fact.Cause), ("agent", fact.By.Value))),
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
