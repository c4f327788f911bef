namespace OmniChannel.Engagement.Inputs;

/// <summary>Rows that whole groups of inputs need.</summary>
internal static class RequiredRows
{
    /// <summary>What choosing an address to reply to needs: the profiles behind the conversation's customer.</summary>
    public static IEnumerable<RowKey> Reply(WorkspaceState state, ConversationId conversation) =>
        state.Conversation(conversation) is { } found
            ? state.Identity.AtomsOf(state.Identity.Resolve(found.Atom)).Select(a => new RowKey(StateTable.Profiles, a))
            : [];
}
