using System.Text.Json;

namespace OmniChannel.Hosting;

/// <summary>What became of messages, for a reader of a timeline's next entries: within them, and of messages that were read before.</summary>
internal sealed class DeliveryNews
{
    private readonly EngineHost _host;
    private readonly TimelineReader _timelines;
    private readonly HashSet<MessageId> _here;
    private readonly ILookup<MessageId, TimelineEntry> _moves;

    public DeliveryNews(EngineHost host, TimelineReader timelines, IReadOnlyList<TimelineEntry> entries)
    {
        (_host, _timelines) = (host, timelines);
        _here = [.. entries.Where(e => e is { Kind: EntryKind.Message, Message: not null }).Select(e => e.Message!.Value)];
        _moves = entries.Where(e => e is { Kind: EntryKind.Delivery, Message: not null }).ToLookup(e => e.Message!.Value);
    }

    /// <summary>An entry with the last known state of its message.</summary>
    public TimelineEntry Now(TimelineEntry entry) =>
        entry.Message is { } message && _moves[message].LastOrDefault() is { } last ? entry with { Delivery = last.Delivery } : entry;

    /// <summary>
    /// The entry of a message that was read before and changed since; null for one whose entry is here too, for what the client itself
    /// acknowledged, and for a move that another follows.
    /// </summary>
    public async ValueTask<TimelineEntry?> ChangedAsync(TimelineEntry move, IReadOnlyCollection<ConversationId> thread, CancellationToken cancellationToken)
    {
        if (move.Message is not { } message
            || _here.Contains(message)
            || _moves[message].Last() != move
            || (move.Channel is { } account && _host.Ports.Find(account) is { Streams: true }))
        {
            return null;
        }

        var rows = await _host.Reads.ReadRowsAsync(_host.Rules.Workspace, [new(StateTable.Messages, message.Value)], cancellationToken).ConfigureAwait(false);
        if (rows is not [var row]
            || JsonSerializer.Deserialize(row.Value.Span, StateJson.Default.MessageState) is not { Entry: > 0 } state
            || !thread.Contains(state.Conversation))
        {
            return null;
        }

        var entry = await _timelines.ReadAsync(state.Conversation, state.Entry, cancellationToken).FirstOrDefaultAsync(cancellationToken).ConfigureAwait(false);
        return entry?.Sequence == state.Entry ? entry with { Delivery = move.Delivery } : null;
    }
}
