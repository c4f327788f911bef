using System.Runtime.CompilerServices;

namespace OmniChannel.Hosting;

/// <summary>Timelines from the journal, by conversation and from any entry on.</summary>
internal sealed class TimelineReader(IReadStore store, WorkspaceRules rules)
{
    public async IAsyncEnumerable<TimelineEntry> ReadAsync(
        ConversationId conversation, long fromEntry, [EnumeratorCancellation] CancellationToken cancellationToken = default)
    {
        await foreach (var row in store.ReadConversationAsync(rules.Workspace, conversation, fromEntry, cancellationToken).ConfigureAwait(false))
        {
            foreach (var entry in Entries(row).Where(e => e.Conversation == conversation && e.Sequence >= fromEntry))
            {
                yield return entry;
            }
        }
    }

    /// <summary>Entries of one of a thread's conversations, each with its place in the journal and whether it belongs to the thread.</summary>
    public async IAsyncEnumerable<(TimelineEntry Entry, long Place, bool IsOwn)> ReadAsync(
        ConversationThread thread, ConversationId source, long fromEntry, [EnumeratorCancellation] CancellationToken cancellationToken = default)
    {
        await foreach (var row in store.ReadConversationAsync(rules.Workspace, source, fromEntry, cancellationToken).ConfigureAwait(false))
        {
            foreach (var fact in FactCodec.Decode(row).OfType<EntryAdded>().Where(f => f.Conversation == source && f.Sequence >= fromEntry))
            {
                yield return (Entry(fact, row.At), row.Sequence, thread.Has(source, fact.Atom));
            }
        }
    }

    /// <summary>All entries of a thread.</summary>
    public async Task<List<TimelineEntry>> ReadAsync(ConversationThread thread, CancellationToken cancellationToken)
    {
        var all = new List<TimelineEntry>();
        foreach (var source in thread.Sources)
        {
            await foreach (var (entry, _, isOwn) in ReadAsync(thread, source, 1, cancellationToken).ConfigureAwait(false))
            {
                if (isOwn)
                {
                    all.Add(entry);
                }
            }
        }

        return all;
    }

    public static IEnumerable<TimelineEntry> Entries(JournalRow row) =>
        FactCodec.Decode(row).OfType<EntryAdded>().Select(f => Entry(f, row.At));

    private static TimelineEntry Entry(EntryAdded fact, DateTimeOffset recordedAt) => new()
    {
        Conversation = fact.Conversation,
        Sequence = fact.Sequence,
        At = fact.Time,
        RecordedAt = recordedAt,
        Kind = fact.Kind,
        Author = fact.Author,
        AuthorId = fact.AuthorId,
        Channel = fact.Channel,
        Content = fact.Payload?.Contents is [var content, ..] ? content : fact.Payload?.Text is { } text ? new TextContent(text) : null,
        Reason = fact.Reason,
        Message = fact.Message,
        ProviderMessageId = fact.Payload?.ProviderMessageId,
        Delivery = fact.Delivery,
        Slot = fact.Slot,
        Detail = fact.Detail,
        IsErased = fact.At is not null && fact.Values.IsErased,
    };
}
