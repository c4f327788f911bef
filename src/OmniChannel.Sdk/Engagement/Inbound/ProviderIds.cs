namespace OmniChannel.Engagement.Inbound;

/// <summary>Provider message ids: hashed with their account.</summary>
internal static class ProviderIds
{
    public static IdentifierKey KeyOf(WorkspaceState state, ChannelAccountId account, string providerId) =>
        state.Hasher.Hash("provider:" + account, providerId);

    public static ProviderIdState? Find(WorkspaceState state, ChannelAccountId account, string providerId)
    {
        var key = KeyOf(state, account, providerId);
        return state.ProviderIds.Find(key.High) is { } found && found.Check == key.Low ? found : null;
    }

    /// <summary>Keeps an id; of inbound ones the first to use it keeps it, since senders of mail choose theirs. Inputs name its row before.</summary>
    public static void Remember(Turn turn, ChannelAccountId account, string providerId, ConversationId conversation, MessageId message)
    {
        var key = KeyOf(turn.State, account, providerId);
        if (message.IsEmpty && turn.State.ProviderIds.Find(key.High) is not null)
        {
            return;
        }

        turn.Emit(new ProviderIdKnown { Key = key.High, Check = key.Low, Conversation = conversation, Message = message });
    }
}
