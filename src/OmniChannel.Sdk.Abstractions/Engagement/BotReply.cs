namespace OmniChannel.Engagement;

/// <summary>What a bot wants done, in order.</summary>
public sealed record BotReply
{
    /// <summary>The actions; empty leaves the conversation with the bot, silent.</summary>
    public required IReadOnlyList<BotAction> Actions { get; init; }

    /// <summary>What to remember until the next turn, at most 16 KB; null keeps nothing.</summary>
    public string? State { get; init; }
}
