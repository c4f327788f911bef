namespace OmniChannel.Engagement;

/// <summary>Says something to the customer on the channel they are on.</summary>
public sealed record SayAction : BotAction
{
    /// <summary>What to say.</summary>
    public required MessageContent Content { get; init; }

    /// <summary>The name of what the answer will be kept under; null when no answer is expected. It becomes the open question.</summary>
    public string? Asks { get; init; }
}
