namespace OmniChannel.Engagement.Inputs;

/// <summary>Routing changed for a conversation by an input of another one. An input of its own, since an input appends to one conversation.</summary>
internal sealed record RoutedInput : EngineInput
{
    public override string Kind => "match";

    public required ConversationId Conversation { get; init; }

    /// <summary>What changed, decided and applied already.</summary>
    public required IReadOnlyList<WorkItemChanged> Changes { get; init; }
}
