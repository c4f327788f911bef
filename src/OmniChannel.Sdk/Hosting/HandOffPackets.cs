namespace OmniChannel.Hosting;

/// <summary>Puts the context of a hand-off together from what the timeline and the state say.</summary>
internal static class HandOffPackets
{
    private const int Most = 50;

    public static HandOffPacket? Build(
        ConversationState conversation, WorkItemSnapshot? item, IReadOnlyList<EntryView> entries, IReadOnlyList<ValueView> collected, Func<AgentId, string> name)
    {
        var since = entries.ToList().FindLastIndex(e => e.Kind == EntryKind.Reopened) + 1;
        var steps = entries.Skip(since).Where(e => e.HandOff is not null).ToList();
        if (steps.FindLast(e => e.Kind == EntryKind.HandOff) is not { } last)
        {
            return null;
        }

        return new()
        {
            At = last.At,
            From = last.Author,
            FromName = last.AuthorName,
            Queue = item?.Queue.Value,
            Team = item?.Team,
            ToName = conversation.Bot?.Name.Value ?? To(item, name),
            Reason = last.Detail,
            ReasonText = last.Reason,
            Intent = conversation.Slot(BotStep.IntentSlot),
            Summary = string.IsNullOrEmpty(conversation.Need) ? null : conversation.Need,
            Collected = collected,
            Attempts = [.. steps.TakeLast(Most).Select(e => new HandOffAttempt { At = e.At, Step = e.HandOff!.Value, Name = e.AuthorName, Text = e.Reason })],
            Transcript = [.. entries.Where(e => e.Kind is EntryKind.Message or EntryKind.Note).TakeLast(Most)],
        };
    }

    private static string? To(WorkItemSnapshot? item, Func<AgentId, string> name) => item switch
    {
        { Agent.IsEmpty: false } => name(item.Agent),
        { Preferred.IsEmpty: false } => name(item.Preferred),
        _ => null,
    };
}
