namespace OmniChannel.Engagement.State;

/// <summary>What an entry does to its conversation.</summary>
internal static class EntryFold
{
    /// <summary>Detail of a message that a machine wrote: nobody waits for an answer to it.</summary>
    public const string Automatic = "automatic";

    /// <summary>Why a leg was started: the one before was not answered.</summary>
    public const string FollowedUp = LegReasons.FollowedUp;

    public static ConversationState Apply(ConversationState conversation, EntryAdded entry)
    {
        var next = conversation with { LastSequence = entry.Sequence, LastAt = entry.Time > conversation.LastAt ? entry.Time : conversation.LastAt };
        return entry.Kind switch
        {
            EntryKind.LegStarted => LegStarted(next, entry),
            EntryKind.Message when entry.Author == ParticipantKind.Customer => CustomerSaid(next, entry),
            EntryKind.Message when entry.Delivery is not (DeliveryState.Held or DeliveryState.Failed) => WeSaid(next, entry),
            EntryKind.Collected => next with
            {
                Slots =
                [
                    .. next.Slots.Where(s => s.Name != entry.Slot),
                    new() { Name = entry.Slot ?? "", Value = entry.Values.Text ?? "", At = entry.Time, Source = entry.AuthorId ?? "" },
                ],
            },
            EntryKind.Presence => next with
            {
                Legs = [.. next.Legs.Select(l => l.Account == entry.Channel && l.Atom == entry.Atom ? l with { IsPresent = entry.Detail == "joined" } : l)],
            },
            EntryKind.Recognised => next with { RecognisedAs = entry.Detail },
            EntryKind.Closed => next with
            {
                IsOpen = false,
                ClosedAt = entry.Time,
                UnansweredSince = null,
                RepeatContacts = 0,
                Bot = null,
                Question = null,
                Verification = null,
            },
            EntryKind.Reopened => next with { IsOpen = true, ClosedAt = null },
            _ => next,
        };
    }

    private static ConversationState LegStarted(ConversationState conversation, EntryAdded entry) => conversation with
    {
        RepeatContacts = conversation.RepeatContacts + (entry.Reason?.Code == FollowedUp ? 1 : 0),
        Legs =
        [
            .. conversation.Legs,
            new()
            {
                Account = entry.Channel!.Value,
                SenderId = entry.Values.SenderId ?? "",
                Atom = entry.Atom,
                StartedAt = entry.Time,

                // Where we begin to write to them, nobody is there until they come.
                IsPresent = entry.Author != ParticipantKind.System,
            },
        ],
    };

    private static ConversationState CustomerSaid(ConversationState conversation, EntryAdded entry)
    {
        var leg = conversation.Legs.Length - 1;
        while (leg >= 0 && (conversation.Legs[leg].Account != entry.Channel || conversation.Legs[leg].Atom != entry.Atom))
        {
            leg--;
        }

        return conversation with
        {
            InboundLeg = leg,
            LastInboundAt = entry.Time,
            UnansweredSince = conversation.UnansweredSince ?? (entry.Detail == Automatic ? null : entry.Time),
            Need = SaysTheNeed(conversation, entry) ? NeedText.Of(entry.Payload) : conversation.Need,
            Thread = entry.Payload?.Thread ?? conversation.Thread,
            ReplyHandle = entry.Payload?.ReplyHandle,
        };
    }

    // What is said to a bot, or answers what was asked, is no new need; nor is a code that was typed.
    private static bool SaysTheNeed(ConversationState conversation, EntryAdded entry) =>
        conversation is { Bot: null, Question: null, Verification: null } && entry.Detail != Automatic;

    private static ConversationState WeSaid(ConversationState conversation, EntryAdded entry) => conversation with
    {
        UnansweredSince = null,
        RepeatContacts = 0,
        FirstResponseAt = conversation.FirstResponseAt ?? entry.Time,
    };
}
