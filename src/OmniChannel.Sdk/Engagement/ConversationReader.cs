using System.Text.Json;

namespace OmniChannel.Engagement;

/// <summary>Committed conversations for readers on any thread, those included that are not in memory. Thread-safe.</summary>
internal sealed class ConversationReader(CommittedView view, IReadStore store, WorkspaceRules rules)
{
    /// <summary>The conversation, or the one it became part of; null when there is none.</summary>
    public async ValueTask<ConversationState?> FindAsync(ConversationId id, CancellationToken cancellationToken)
    {
        var found = await RowAsync(id, cancellationToken).ConfigureAwait(false);
        while (found is { JoinedInto.IsEmpty: false })
        {
            found = await RowAsync(found.JoinedInto, cancellationToken).ConfigureAwait(false);
        }

        return found;
    }

    /// <summary>The conversation that an address takes part in now, or last did; null for none. After an undo that is its own again.</summary>
    public async ValueTask<ConversationState?> ByAddressAsync(IdentifierKey address, CancellationToken cancellationToken)
    {
        var atom = view.AtomOf(address);
        var (last, opened) = view.ThreadsOf(atom);
        if (await FindAsync(last, cancellationToken).ConfigureAwait(false) is { } found && IsOf(found, atom))
        {
            return found;
        }

        ConversationState? newest = null;
        foreach (var id in opened)
        {
            var own = await FindAsync(new(id), cancellationToken).ConfigureAwait(false);
            if (own is not null && IsOf(own, atom) && (newest is null || (own.IsOpen, own.OpenedAt).CompareTo((newest.IsOpen, newest.OpenedAt)) > 0))
            {
                newest = own;
            }
        }

        return newest;
    }

    /// <summary>A conversation with those that became part of it: their entries make one timeline.</summary>
    public static IReadOnlyList<ConversationId> WithJoined(ConversationState conversation) => [conversation.Id, .. conversation.Joined.Order()];

    private bool IsOf(ConversationState conversation, long atom) => view.CustomerOf(conversation.Atom) == view.CustomerOf(atom);

    /// <summary>The conversation itself, whatever it became part of; null when there is none.</summary>
    public async ValueTask<ConversationState?> RowAsync(ConversationId id, CancellationToken cancellationToken)
    {
        if (id.IsEmpty)
        {
            return null;
        }

        if (view.Row(id) is { } resident)
        {
            return resident;
        }

        var rows = await store.ReadRowsAsync(rules.Workspace, [new(StateTable.Conversations, id.Value)], cancellationToken).ConfigureAwait(false);
        return rows is [var row] ? JsonSerializer.Deserialize(row.Value.Span, StateJson.Default.ConversationState) : null;
    }
}
