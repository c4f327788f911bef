namespace OmniChannel.Engagement.State;

/// <summary>Conversations, which need not all be in memory: one that is not is said to be missing, so that it is loaded.</summary>
internal sealed partial class WorkspaceState
{
    /// <summary>Whether the store may have a row that is not in memory; null where memory has all there are, as in a replay.</summary>
    public Func<RowKey, bool>? MayBeStored { get; set; }

    /// <summary>The conversation, or the one it became part of; null when there is none.</summary>
    /// <exception cref="RowsMissingException">It is not in memory.</exception>
    public ConversationState? Conversation(ConversationId id)
    {
        var found = Row(id);
        while (found is { JoinedInto.IsEmpty: false })
        {
            found = Row(found.JoinedInto);
        }

        return found;
    }

    /// <summary>The conversation itself, whatever it became part of; null when there is none.</summary>
    /// <exception cref="RowsMissingException">It is not in memory.</exception>
    public ConversationState? Row(ConversationId id)
    {
        var found = Conversations.Find(id.Value);
        return found is null && !id.IsEmpty && IsMissing(id.Value) ? throw new RowsMissingException([new(StateTable.Conversations, id.Value)]) : found;
    }

    /// <summary>The open conversations of each atom of a customer, or else its newest; none that became part of another.</summary>
    /// <exception cref="RowsMissingException">One of them is not in memory.</exception>
    public IEnumerable<ConversationState> ConversationsOf(CustomerId customer)
    {
        var atoms = Identity.AtomsOf(customer);
        Ask(atoms);
        foreach (var atom in atoms)
        {
            var opened = Identity.Atoms.Get(atom).Opened;
            if (opened.IsDefaultOrEmpty)
            {
                continue;
            }

            if (opened.Length == 1)
            {
                if (Conversations.Get(opened[0]) is { JoinedInto.IsEmpty: true } only)
                {
                    yield return only;
                }

                continue;
            }

            // More than one is open after an undone merge, where the parted one had been followed by another.
            var found = opened.Select(Conversations.Get).Where(c => c.JoinedInto.IsEmpty)
                .OrderByDescending(c => c.IsOpen).ThenByDescending(c => c.OpenedAt).ThenBy(c => c.Id).ToList();
            foreach (var conversation in found is [{ IsOpen: true }, ..] ? found.TakeWhile(c => c.IsOpen) : found.Take(1))
            {
                yield return conversation;
            }
        }
    }

    /// <summary>What a customer's atoms opened and became part of another.</summary>
    /// <exception cref="RowsMissingException">One of them is not in memory.</exception>
    public IEnumerable<ConversationState> JoinedOf(CustomerId customer)
    {
        var atoms = Identity.AtomsOf(customer);
        Ask(atoms);
        return atoms.SelectMany(a => Opened(a)).Select(Conversations.Get).Where(c => !c.JoinedInto.IsEmpty);
    }

    /// <summary>True while a conversation waits for something that would bring it back at once, or on whose time depends what is due.</summary>
    public bool IsHeld(ConversationState conversation) =>
        conversation is { Call: not null } or { Verification: not null } or { UnansweredSince: not null } or { Bot.Turn.IsEmpty: false }
        || _holds.Has(conversation.Id)
        || Routing.ItemOf(conversation.Id) is not null;

    /// <summary>Says at once all that is missing.</summary>
    private void Ask(IReadOnlyList<long> atoms)
    {
        List<RowKey>? missing = null;
        for (var i = 0; i < atoms.Count; i++)
        {
            foreach (var conversation in Opened(atoms[i]))
            {
                if (!Conversations.Contains(conversation) && IsMissing(conversation))
                {
                    (missing ??= []).Add(new(StateTable.Conversations, conversation));
                }
            }
        }

        if (missing is not null)
        {
            throw new RowsMissingException(missing);
        }
    }

    private ImmutableArray<long> Opened(long atom) => Identity.Atoms.Get(atom).Opened is { IsDefault: false } opened ? opened : [];

    private bool IsMissing(long conversation) => MayBeStored?.Invoke(new(StateTable.Conversations, conversation)) == true;
}
