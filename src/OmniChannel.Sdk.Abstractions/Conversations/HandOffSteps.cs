namespace OmniChannel.Conversations;

/// <summary>Entries as steps of a hand-off.</summary>
internal static class HandOffSteps
{
    public static HandOffStep? Of(EntryKind kind, ParticipantKind author, string detail) => (kind, detail) switch
    {
        (EntryKind.Queued, _) => HandOffStep.Queued,
        (EntryKind.Offered, _) => HandOffStep.Offered,
        (EntryKind.Assigned, _) => HandOffStep.Accepted,
        (EntryKind.OfferEnded, "declined") => HandOffStep.Refused,
        (EntryKind.OfferEnded, "expired") => HandOffStep.TimedOut,
        (EntryKind.OfferEnded, _) => HandOffStep.Withdrawn,
        (EntryKind.HandOff, _) when author == ParticipantKind.Bot => HandOffStep.Requested,
        (EntryKind.HandOff, "transferred") => HandOffStep.Transferred,
        (EntryKind.HandOff, "escalated") => HandOffStep.Escalated,
        (EntryKind.HandOff, "released") => HandOffStep.Released,
        (EntryKind.HandOff, "ringing") => HandOffStep.Ringing,
        (EntryKind.HandOff, _) => HandOffStep.Overflowed,
        _ => null,
    };
}
