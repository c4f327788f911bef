using System.Runtime.CompilerServices;

namespace OmniChannel.Hosting;

/// <summary>Reads of conversations.</summary>
internal sealed class ConversationFacade(EngineHost host, ConversationViews views, TimelineReader timelines) : IConversations
{
    public async Task<ConversationView?> GetAsync(ConversationId conversation, Locale locale, CancellationToken cancellationToken = default)
    {
        await host.Ready.WaitAsync(cancellationToken).ConfigureAwait(false);
        return await views.BuildAsync(conversation, locale, cancellationToken).ConfigureAwait(false);
    }

    public async IAsyncEnumerable<TimelineEntry> TimelineAsync(
        ConversationId conversation, [EnumeratorCancellation] CancellationToken cancellationToken = default)
    {
        await host.Ready.WaitAsync(cancellationToken).ConfigureAwait(false);
        if (await host.Conversations.FindAsync(conversation, cancellationToken).ConfigureAwait(false) is { } found)
        {
            foreach (var entry in await SortedAsync([found], cancellationToken).ConfigureAwait(false))
            {
                yield return entry;
            }
        }
    }

    public IReadOnlyList<UnansweredConversation> Unanswered(TimeSpan longerThan)
    {
        var before = host.Time.GetUtcNow() - longerThan;
        return
        [
            .. host.View.Conversations
                .Where(c => c.IsOpen && c.UnansweredSince < before)
                .Select(c => new UnansweredConversation { Conversation = c.Id, Since = c.UnansweredSince!.Value })
                .OrderBy(c => c.Since).ThenBy(c => c.Conversation),
        ];
    }

    internal async Task<IReadOnlyList<TimelineEntry>> SortedAsync(IEnumerable<ConversationState> conversations, CancellationToken cancellationToken)
    {
        var all = new List<TimelineEntry>();
        foreach (var conversation in conversations)
        {
            var thread = await ConversationThread.OfAsync(host, conversation, cancellationToken).ConfigureAwait(false);
            all.AddRange(await timelines.ReadAsync(thread, cancellationToken).ConfigureAwait(false));
        }

        return
        [
            .. all.DistinctBy(e => (e.Conversation, e.Sequence))
                .OrderBy(e => e.At).ThenBy(e => e.RecordedAt).ThenBy(e => e.Conversation).ThenBy(e => e.Sequence),
        ];
    }
}
