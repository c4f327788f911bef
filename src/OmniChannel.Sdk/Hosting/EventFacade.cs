using System.Runtime.CompilerServices;

namespace OmniChannel.Hosting;

/// <summary>Events from the journal: what was, then what comes.</summary>
internal sealed class EventFacade(EngineHost host) : IEvents
{
    private const int Page = 200;
    private static readonly TimeSpan Poll = TimeSpan.FromSeconds(15);

    public async IAsyncEnumerable<OmniEvent> WatchAsync(OmniEventId? after, [EnumeratorCancellation] CancellationToken cancellationToken = default)
    {
        await host.Ready.WaitAsync(cancellationToken).ConfigureAwait(false);
        using var wake = host.Feed.Subscribe(i => i.FirstEntry > 0);
        var position = after ?? new(host.View.Sequence, int.MaxValue);
        while (!cancellationToken.IsCancellationRequested)
        {
            var rows = await host.Reads.ReadJournalAsync(host.Rules.Workspace, Math.Max(0, position.JournalSequence - 1), Page, cancellationToken).ConfigureAwait(false);
            var customers = new Dictionary<ConversationId, CustomerId>();
            foreach (var (id, entry) in rows.SelectMany(Entries).Where(e => e.Id.CompareTo(position) > 0))
            {
                if (!customers.TryGetValue(entry.Conversation, out var customer))
                {
                    var conversation = await host.Conversations.FindAsync(entry.Conversation, cancellationToken).ConfigureAwait(false);
                    customers[entry.Conversation] = customer = new(conversation is null ? 0 : host.View.CustomerOf(conversation.Atom));
                }

                position = id;
                yield return new() { Id = id, Workspace = host.Rules.Workspace, Entry = entry, Customer = customer };
            }

            if (rows.Count < Page)
            {
                await wake.WaitAsync(Poll, host.Time, cancellationToken).ConfigureAwait(false);
            }
            else if (position.JournalSequence < rows[^1].Sequence)
            {
                position = new(rows[^1].Sequence, int.MaxValue);
            }
        }
    }

    private static IEnumerable<(OmniEventId Id, TimelineEntry Entry)> Entries(JournalRow row) =>
        TimelineReader.Entries(row).Select((entry, index) => (new OmniEventId(row.Sequence, index), entry));
}
