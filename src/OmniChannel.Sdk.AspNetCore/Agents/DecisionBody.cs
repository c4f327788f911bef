namespace OmniChannel.AspNetCore.Agents;

/// <summary>What became of a command.</summary>
internal sealed record DecisionBody
{
    /// <summary>True when done.</summary>
    public required bool Accepted { get; init; }

    /// <summary>The stable code.</summary>
    public required string Code { get; init; }

    /// <summary>One plain sentence, in the language asked for.</summary>
    public required string Text { get; init; }

    /// <summary>The conversation concerned; null for none.</summary>
    public string? Conversation { get; init; }

    /// <summary>The message queued; null for none.</summary>
    public string? Message { get; init; }
}
