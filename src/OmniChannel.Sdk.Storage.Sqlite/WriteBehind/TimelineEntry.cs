namespace OmniChannel.Storage.Sqlite.WriteBehind;

/// <summary>Which journal row begins at an entry of a conversation. In the order of conversations and their entries.</summary>
internal readonly record struct TimelineEntry(long Conversation, long FirstEntry, long Sequence) : IComparable<TimelineEntry>
{
    public int CompareTo(TimelineEntry other) =>
        Conversation != other.Conversation ? Conversation.CompareTo(other.Conversation)
        : FirstEntry != other.FirstEntry ? FirstEntry.CompareTo(other.FirstEntry)
        : Sequence.CompareTo(other.Sequence);
}
