namespace OmniChannel.Engagement.State;

/// <summary>
/// What a join carries over to the conversation that goes on: what was collected, the call, where the customer last wrote from and that they
/// wait; a proof under way, and of two bots the one that the customer last spoke with. Its entries stay where they are. What each has after an undo, <see cref="Refold"/> finds out.
/// </summary>
internal static class LinkFold
{
    public static void Apply(StateRows<ConversationState> conversations, ConversationLinked fact)
    {
        var other = conversations.Get(fact.Conversation.Value);
        if (fact.Into.IsEmpty)
        {
            if (conversations.Find(other.JoinedInto.Value) is { } survivor)
            {
                conversations.Set(survivor.Id.Value, survivor with { Slots = [.. survivor.Slots.Except(other.Slots)], Need = survivor.Need == other.Need ? null : survivor.Need });
            }

            var left = Leave(conversations, other);
            conversations.Set(other.Id.Value, other with { JoinedInto = default, IsOpen = true, ClosedAt = null, Apart = [.. other.Apart.Union(left)] });
            return;
        }

        conversations.Set(other.Id.Value, Given(other, fact));
        conversations.Set(fact.Into.Value, Carry(other, conversations.Get(fact.Into.Value)));
    }

    /// <summary>What is left of the one that became part of another.</summary>
    public static ConversationState Given(ConversationState other, ConversationLinked fact) => other with
    {
        JoinedInto = fact.Into,
        IsOpen = false,
        ClosedAt = fact.Time,
        UnansweredSince = null,
        Bot = null,
        Question = null,
        Verification = null,
        Call = null,
    };

    /// <summary>Takes what a conversation has by itself; without values, since they were erased, it keeps none that are personal.</summary>
    public static ConversationState Restored(ConversationState row, ConversationRestored fact) => fact.Payload?.State is not { } state
        ? row with { Slots = [], Need = null, Thread = null, ReplyHandle = null }
        : state with
        {
            IsOpen = row.IsOpen,
            ClosedAt = row.ClosedAt,
            LastSequence = row.LastSequence,
            JoinedInto = row.JoinedInto,
            Joined = row.Joined,
            Apart = row.Apart,
            Bot = row.Bot,
            Question = row.Question,
            Verification = row.Verification,
        };

    /// <summary>What it was part of, at one or more removes, no longer has it, nor what is part of it.</summary>
    private static List<ConversationId> Leave(StateRows<ConversationState> conversations, ConversationState other)
    {
        var left = new List<ConversationId>();
        for (var id = other.JoinedInto; conversations.Find(id.Value) is { } into; id = into.JoinedInto)
        {
            conversations.Set(into.Id.Value, into with
            {
                Joined = [.. into.Joined.Except(other.Joined).Where(j => j != other.Id)],
                Apart = [.. into.Apart.Union([other.Id, .. other.Joined])],
            });
            left.Add(into.Id);
        }

        foreach (var part in other.Joined.Select(j => conversations.Find(j.Value)).OfType<ConversationState>())
        {
            conversations.Set(part.Id.Value, part with { Apart = [.. part.Apart.Union(left)] });
        }

        return left;
    }

    /// <summary>What the one that goes on has after a join.</summary>
    public static ConversationState Carry(ConversationState other, ConversationState into)
    {
        var next = into with
        {
            Slots = [.. into.Slots, .. other.Slots.Where(s => into.Slot(s.Name) is null)],
            AskedTwice = into.AskedTwice + other.AskedTwice,
            RepeatContacts = Math.Max(into.RepeatContacts, other.RepeatContacts),
            Need = into.Need ?? other.Need,
            Call = into.Call ?? other.Call,
            RecognisedAs = into.RecognisedAs ?? other.RecognisedAs,
            UnansweredSince = Earlier(into.UnansweredSince, other.UnansweredSince),
            FirstResponseAt = Earlier(into.FirstResponseAt, other.FirstResponseAt),
            Joined = [.. into.Joined, other.Id, .. other.Joined],
        };
        next = next with { Verification = into.Verification ?? other.Verification };
        var isLater = other.InboundLeg >= 0 && (into.LastInboundAt is null || other.LastInboundAt > into.LastInboundAt);
        if (isLater)
        {
            next = next with
            {
                Legs = [.. next.Legs, other.Legs[other.InboundLeg]],
                InboundLeg = next.Legs.Length,
                LastInboundAt = other.LastInboundAt,
                Thread = other.Thread,
                ReplyHandle = other.ReplyHandle,
            };
            next = into.Bot is null || other.Bot is null ? next : next with
            {
                Bot = other.Bot with { Home = other.Bot.Home ?? other.Id },
                Question = other.Question,
                Verification = other.Verification,
            };
        }

        return into.Call is null && other is { Call: not null, CurrentLeg: { } leg } && next.CurrentLeg != leg ? next with { Legs = [.. next.Legs, leg] } : next;
    }

    private static DateTimeOffset? Earlier(DateTimeOffset? left, DateTimeOffset? right) => left is null || right < left ? right ?? left : left;
}
