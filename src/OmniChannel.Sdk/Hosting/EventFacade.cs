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
            foreach (var found in rows.SelectMany(Events).Where(e => e.Id.CompareTo(position) > 0))
            {
                position = found.Id;
                yield return found;
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

    private IEnumerable<OmniEvent> Events(JournalRow row) => TimelineReader.Entries(row).Select((entry, index) => new OmniEvent
    {
        Id = new(row.Sequence, index),
        Workspace = host.Rules.Workspace,
        Entry = entry,
        Customer = new(host.View.Conversation(entry.Conversation) is { } c ? host.View.CustomerOf(c.Atom) : 0),
    });
}
