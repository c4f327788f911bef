namespace OmniChannel.Engagement.Inputs;

/// <summary>
/// We know now who is behind a conversation. An input of its own after the one that proved it, since another conversation of the customer may
/// be the one that goes on, and an input appends to one conversation.
/// </summary>
internal sealed record RecognisedInput : EngineInput
{
    /// <summary>Empty for whichever the customer has open.</summary>
    public ConversationId Conversation { get; init; }

    public CustomerId Customer { get; init; }

    /// <summary>Nothing new is known of the customer: what they have open is joined, and nothing said.</summary>
    public bool IsKnown { get; init; }

    public override string Kind => "recognised";
}
