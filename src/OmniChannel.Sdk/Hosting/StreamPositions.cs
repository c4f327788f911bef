using System.Globalization;

namespace OmniChannel.Hosting;

/// <summary>
/// How far a visitor has read: the place in the conversation that goes on, and the places in those that became part of it. An event's id names all that it
/// takes to go on after it: <c>conversation:sequence</c>, and behind a comma the same of joined ones until the entry that says they joined is read; from
/// there on all of theirs is read as well.
/// </summary>
internal sealed class StreamPositions
{
    private const int MostParts = 16;
    private readonly Dictionary<ConversationId, long> _read = [];
    private bool _knowsJoined;

    public StreamPositions(string lastEventId)
    {
        foreach (var part in lastEventId.Split(',', MostParts + 1).Take(MostParts))
        {
            var at = part.IndexOf(':', StringComparison.Ordinal);
            if (at > 0
                && ConversationId.TryParse(part[..at], null, out var conversation)
                && long.TryParse(part.AsSpan(at + 1), NumberStyles.None, CultureInfo.InvariantCulture, out var sequence))
            {
                _read[conversation] = sequence;
            }
        }
    }

    /// <summary>The first entry of a conversation that was not read.</summary>
    public long Next(ConversationId conversation) => _read.GetValueOrDefault(conversation) is var read && read < long.MaxValue ? read + 1 : long.MaxValue;

    /// <summary>True when some of a thread was read and it is not known yet which joined ones that includes.</summary>
    public bool MustLookForJoined(IEnumerable<ConversationId> thread) => !_knowsJoined && thread.Any(id => _read.GetValueOrDefault(id) > 0);

    public void JoinedAreKnown() => _knowsJoined = true;

    /// <summary>Counts an entry as read; one that says that another conversation joined ends that one.</summary>
    public void Read(TimelineEntry entry)
    {
        Pass(entry);
        Include(entry);
    }

    /// <summary>Counts an entry that belongs elsewhere as read.</summary>
    public void Pass(TimelineEntry entry) => _read[entry.Conversation] = Math.Max(entry.Sequence, _read.GetValueOrDefault(entry.Conversation));

    /// <summary>What a part that was read before says of joined ones; the one that is thereby read to its end, and was not before.</summary>
    public ConversationId? Include(TimelineEntry entry)
    {
        if (entry.Kind != EntryKind.Joined || !ConversationId.TryParse(entry.Detail, null, out var joined) || _read.GetValueOrDefault(joined) == long.MaxValue)
        {
            return null;
        }

        _read[joined] = long.MaxValue;
        return joined;
    }

    /// <summary>The id of the event of an entry.</summary>
    /// <param name="entry">The entry, which was read.</param>
    /// <param name="others">The conversations of the customer's thread.</param>
    public string IdOf(TimelineEntry entry, IEnumerable<ConversationId> others)
    {
        var id = string.Create(CultureInfo.InvariantCulture, $"{entry.Conversation}:{entry.Sequence}");
        foreach (var other in others)
        {
            if (other != entry.Conversation && _read.GetValueOrDefault(other) is > 0 and < long.MaxValue and var read)
            {
                id += string.Create(CultureInfo.InvariantCulture, $",{other}:{read}");
            }
        }

        return id;
    }
}
