namespace OmniChannel.Engagement.Inputs;

/// <summary>Rows that whole groups of inputs need.</summary>
internal static class RequiredRows
{
    /// <summary>What choosing an address to reply to needs: the profiles behind the conversation's customer.</summary>
    public static IEnumerable<RowKey> Reply(WorkspaceState state, ConversationId conversation) =>
        state.Conversation(conversation) is { } found
            ? state.Identity.AtomsOf(state.Identity.Resolve(found.Atom)).Select(a => new RowKey(StateTable.Profiles, a))
            : [];

    /// <summary>What a record is compared with, and what stays beside it: the row of its atom.</summary>
    public static IEnumerable<RowKey> Record(WorkspaceState state, string source, string externalId) =>
        state.Identity.AtomOf(RecognitionStep.KeyOf(state, source, externalId)) is not 0 and var atom ? [new(StateTable.Profiles, atom)] : [];

    /// <summary>What tells whose the receipts are that came before the answer: the ids that are known by now.</summary>
    public static IEnumerable<RowKey> Early(WorkspaceState state, MessageId message) =>
        state.Messages.Find(message.Value)?.Early.Select(e => new RowKey(StateTable.ProviderIds, e.Key)) ?? [];
}
