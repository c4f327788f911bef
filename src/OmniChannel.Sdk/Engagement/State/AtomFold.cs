namespace OmniChannel.Engagement.State;

/// <summary>What an atom knows of its conversations, so that they need not be in memory to be found.</summary>
internal static class AtomFold
{
    /// <summary>A new one is its newest: of those before only the open ones and those that are part of another still matter.</summary>
    public static void Opened(WorkspaceState state, long id, ConversationId conversation)
    {
        if (state.Identity.Atoms.Find(id) is not { } atom)
        {
            return;
        }

        IEnumerable<long> before = atom.Opened.IsDefaultOrEmpty ? [] : atom.Opened.Where(c => state.Row(new(c)) is { IsOpen: true } or { JoinedInto.IsEmpty: false });
        state.Identity.Atoms.Set(id, atom with { Conversation = conversation.Value, Opened = [.. before, conversation.Value] });
    }

    public static void Folded(WorkspaceState state, EntryAdded entry)
    {
        if (entry is { Kind: EntryKind.LegStarted, Atom: not 0 })
        {
            TakesPart(state, entry.Atom, entry.Conversation);
        }
        else if (entry.Kind == EntryKind.Reopened)
        {
            Reopened(state, state.Conversations.Get(entry.Conversation.Value));
        }
    }

    private static void TakesPart(WorkspaceState state, long id, ConversationId conversation)
    {
        if (state.Identity.Atoms.Find(id) is { } atom && atom.Conversation != conversation.Value)
        {
            state.Identity.Atoms.Set(id, atom with { Conversation = conversation.Value });
        }
    }

    private static void Reopened(WorkspaceState state, ConversationState conversation)
    {
        if (state.Identity.Atoms.Find(conversation.Atom) is { } atom && (atom.Opened.IsDefault || !atom.Opened.Contains(conversation.Id.Value)))
        {
            state.Identity.Atoms.Set(atom.Id, atom with { Opened = [.. atom.Opened.IsDefault ? [] : atom.Opened, conversation.Id.Value] });
        }
    }
}
