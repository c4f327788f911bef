namespace OmniChannel.Engagement.Inputs;

/// <summary>Rows that whole groups of inputs need.</summary>
internal static class RequiredRows
{
    /// <summary>A conversation and what it became part of, as far as that is known by now.</summary>
    public static IEnumerable<RowKey> Conversation(WorkspaceState state, ConversationId conversation)
    {
        for (var id = conversation; !id.IsEmpty; id = state.Conversations.Find(id.Value)?.JoinedInto ?? default)
        {
            yield return new(StateTable.Conversations, id.Value);
        }
    }

    /// <summary>What choosing an address to reply to needs: the conversation, and the profiles behind its customer.</summary>
    public static IEnumerable<RowKey> Reply(WorkspaceState state, ConversationId conversation)
    {
        RowKey last = default;
        foreach (var key in Conversation(state, conversation))
        {
            yield return last = key;
        }

        if (state.Conversations.Find(last.Key) is { JoinedInto.IsEmpty: true } found)
        {
            foreach (var atom in state.Identity.AtomsOf(state.Identity.Resolve(found.Atom)))
            {
                yield return new(StateTable.Profiles, atom);
            }
        }
    }

    /// <summary>A message's conversation, where its delivery is told.</summary>
    public static IEnumerable<RowKey> MessageConversation(WorkspaceState state, MessageId message) =>
        state.Messages.Find(message.Value) is { } found ? Conversation(state, found.Conversation) : [];

    /// <summary>What a record is compared with, and what stays beside it: the row of its atom.</summary>
    public static IEnumerable<RowKey> Record(WorkspaceState state, string source, string externalId) =>
        state.Identity.AtomOf(RecognitionStep.KeyOf(state, source, externalId)) is not 0 and var atom ? [new(StateTable.Profiles, atom)] : [];

    /// <summary>What tells whose the receipts are that came before the answer: the ids that are known by now.</summary>
    public static IEnumerable<RowKey> Early(WorkspaceState state, MessageId message) =>
        state.Messages.Find(message.Value)?.Early.Select(e => new RowKey(StateTable.ProviderIds, e.Key)) ?? [];
}
