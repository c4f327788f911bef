using System.Diagnostics.CodeAnalysis;

namespace OmniChannel.Routing.Metrics;

/// <summary>Reads steps of contacts from what the engine and the core tell.</summary>
[Experimental("OMNI001")]
public static class ContactSteps
{
    /// <summary>What an event of the engine (<c>OmniEvent.Entry</c>) says; a contact is a conversation. A call that ends while it waits counts as given up. Wrap-up is no
    /// event, so handle times are without it.</summary>
    /// <returns>Null where it says nothing of these.</returns>
    public static ContactStep? Of(TimelineEntry entry)
    {
        ArgumentNullException.ThrowIfNull(entry);
        return entry.Kind switch
        {
            EntryKind.Closed => Step(entry, ContactStepKind.Ended),
            EntryKind.Joined => Step(entry, ContactStepKind.Duplicate),
            EntryKind.LegStarted when entry.Reason?.Code == LegReasons.FollowedUp => Step(entry, ContactStepKind.Duplicate),
            EntryKind.Call when entry.Detail == "ended" => Step(entry, ContactStepKind.Abandoned),
            _ => HandOffEvent.Of(entry) is { } handOff ? Of(entry, handOff) : null,
        };
    }

    /// <summary>What a fact of a core says; a contact is work by its <see cref="WorkFact.Tag"/>, so tags have to differ.</summary>
    /// <param name="fact">The fact.</param>
    /// <param name="clock">The moment that a tick of the core is.</param>
    /// <param name="queue">The name of a queue, by its place in the options.</param>
    /// <param name="agent">The name of an agent, by <see cref="AgentHandle.Index"/>.</param>
    /// <returns>Null where it says nothing of these.</returns>
    public static ContactStep? Of(in WorkFact fact, Func<long, DateTimeOffset> clock, Func<int, string> queue, Func<int, string> agent)
    {
        ArgumentNullException.ThrowIfNull(clock);
        ArgumentNullException.ThrowIfNull(queue);
        ArgumentNullException.ThrowIfNull(agent);
        ContactStepKind? kind = fact.Kind switch
        {
            WorkFactKind.Enqueued or WorkFactKind.Transferred or WorkFactKind.Escalated => ContactStepKind.Queued,
            WorkFactKind.Accepted or WorkFactKind.Assigned => ContactStepKind.Answered,
            WorkFactKind.Returned => ContactStepKind.Released,
            WorkFactKind.Cancelled when fact.Agent < 0 => ContactStepKind.Abandoned,
            WorkFactKind.Completed or WorkFactKind.Cancelled => ContactStepKind.Ended,
            _ => null,
        };
        return kind is not { } known ? null : new()
        {
            Contact = fact.Tag,
            Kind = known,
            At = clock(fact.At),
            Queue = known == ContactStepKind.Queued ? queue(fact.Queue) : "",
            Agent = known == ContactStepKind.Answered ? agent(fact.Agent) : "",
        };
    }

    private static ContactStep? Of(TimelineEntry entry, HandOffEvent handOff) => handOff.Step switch
    {
        HandOffStep.Accepted when handOff.Agent.IsEmpty => Step(entry, ContactStepKind.Released),
        HandOffStep.Accepted => Step(entry, ContactStepKind.Answered) with { Agent = handOff.Agent.Value },
        HandOffStep.Released or HandOffStep.Ringing => Step(entry, ContactStepKind.Released),
        HandOffStep.Queued or HandOffStep.Transferred or HandOffStep.Escalated or HandOffStep.Overflowed when !handOff.Queue.IsEmpty =>
            Step(entry, ContactStepKind.Queued) with { Queue = handOff.Queue.Value },
        _ => null,
    };

    private static ContactStep Step(TimelineEntry entry, ContactStepKind kind) => new() { Contact = entry.Conversation.Value, Kind = kind, At = entry.At };
}
