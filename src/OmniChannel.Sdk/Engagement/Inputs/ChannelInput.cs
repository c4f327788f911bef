namespace OmniChannel.Engagement.Inputs;

/// <summary>An event of a channel.</summary>
internal sealed record ChannelInput : EngineInput
{
    public required ChannelAccountId Account { get; init; }

    public required ChannelEvent Event { get; init; }

    /// <summary>True when the provider's request waits for instructions.</summary>
    public bool ExpectsInstructions { get; init; }

    public override string Kind => "channel";

    /// <summary>What a message answers, the nearest last; what it names beyond the last ones counts for nothing.</summary>
    public static IEnumerable<string> References(MessageReceived message) => message.ReplyTo.TakeLast(20);

    public override IEnumerable<RowKey> Requires(WorkspaceState state)
    {
        foreach (var id in Named(state))
        {
            var key = ProviderIds.KeyOf(state, Account, id);
            yield return new(StateTable.ProviderIds, key.High);
            if (state.ProviderIds.Find(key.High) is { } known)
            {
                yield return new(StateTable.Conversations, known.Conversation.Value);
                if (!known.Message.IsEmpty)
                {
                    yield return new(StateTable.Messages, known.Message.Value);
                }
            }
        }
    }

    private IEnumerable<string> Named(WorkspaceState state) => Event switch
    {
        DeliveryReceiptReceived { ProviderMessageId: { } id } => [id],
        MessageReceived message when state.Rules.Capabilities(Account).Threads => [.. References(message), .. Own(message)],
        _ => [],
    };

    private static IEnumerable<string> Own(MessageReceived message) => message.ProviderMessageId is { } id ? [id] : [];
}
