using System.Runtime.InteropServices;

namespace OmniChannel.Engagement.Engine;

/// <summary>
/// Which conversations are in memory, and when each leaves it: some time after its last fact, less when it is closed, and not while it waits
/// for anything. Nothing that is decided depends on it: one that left is loaded when it is needed. One entry a conversation; a fact costs a look-up.
/// </summary>
internal sealed class Residents(WorkspaceState state, CommittedView view, WorkspaceRules rules)
{
    private const int MostAtOnce = 256;
    private static readonly TimeSpan AskAgainAfter = TimeSpan.FromMinutes(10);
    private readonly Dictionary<long, (DateTimeOffset Touched, DateTimeOffset Due)> _known = [];
    private readonly PriorityQueue<long, DateTimeOffset> _queue = new();
    private DateTimeOffset _now;

    /// <summary>When the next one may leave; null for never.</summary>
    public DateTimeOffset? Next => _queue.TryPeek(out _, out var due) ? due : null;

    /// <summary>Those that a start loaded: they stay as long as if their last entry had been made now or, if that was long ago, for some minutes.</summary>
    public void Started(DateTimeOffset now)
    {
        _now = now;
        foreach (var conversation in state.Conversations.Values)
        {
            var latest = now - Stay(conversation) + rules.ClosedStays;
            Touch(conversation, conversation.LastAt > now ? now : conversation.LastAt > latest ? conversation.LastAt : latest);
        }
    }

    /// <summary>One that was loaded because it is needed: readers see it again as well.</summary>
    public void Returned(long key)
    {
        var conversation = state.Conversations.Get(key);
        view.Return(conversation);
        Touch(conversation, _now);
    }

    /// <summary>What a durable batch changed.</summary>
    public void Landed(PendingBatch batch)
    {
        _now = batch.At;
        foreach (var (table, _, value) in batch.Rows)
        {
            if (table.Table == StateTable.Conversations && value is ConversationState conversation)
            {
                Touch(conversation, batch.At);
            }
        }
    }

    /// <summary>Lets those go whose time has come, some at once; what the batch being written changed stays until that is durable. False when there was none.</summary>
    public bool Leave(DateTimeOffset now, PendingBatch? writing)
    {
        var looked = 0;
        for (; looked < MostAtOnce && _queue.TryPeek(out var key, out var due) && due <= now; looked++)
        {
            _queue.Dequeue();
            if (_known.TryGetValue(key, out var known) && known.Due == due && state.Conversations.Find(key) is { } conversation)
            {
                Look(conversation, known.Touched, now, writing);
            }
        }

        return looked > 0;
    }

    private void Look(ConversationState conversation, DateTimeOffset touched, DateTimeOffset now, PendingBatch? writing)
    {
        var key = conversation.Id.Value;
        var due = touched + Stay(conversation);
        if (due <= now && (state.IsHeld(conversation) || IsWritten(writing, key)))
        {
            due = now + AskAgainAfter;
        }

        if (due > now)
        {
            _known[key] = (touched, due);
            _queue.Enqueue(key, due);
            return;
        }

        _known.Remove(key);
        state.Conversations.Evict(key);
        view.Leave(conversation.Id);
    }

    private void Touch(ConversationState conversation, DateTimeOffset at)
    {
        ref var known = ref CollectionsMarshal.GetValueRefOrAddDefault(_known, conversation.Id.Value, out var isKnown);
        var due = at + Stay(conversation);
        known.Touched = at;
        if (!isKnown || due < known.Due)
        {
            known.Due = due;
            _queue.Enqueue(conversation.Id.Value, due);
        }
    }

    private TimeSpan Stay(ConversationState conversation) => conversation.IsOpen ? rules.OpenStays : rules.ClosedStays;

    private static bool IsWritten(PendingBatch? writing, long key) => writing?.Rows.Any(r => r.Key == key && r.Table.Table == StateTable.Conversations) == true;
}
