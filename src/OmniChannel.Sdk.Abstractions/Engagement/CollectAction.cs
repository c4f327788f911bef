namespace OmniChannel.Engagement;

/// <summary>Keeps a fact with the conversation, so that nobody asks again.</summary>
public sealed record CollectAction : BotAction
{
    /// <summary>The fact's name, such as <c>order-number</c>.</summary>
    public required string Slot { get; init; }

    /// <summary>Its value.</summary>
    public required string Value { get; init; }
}
