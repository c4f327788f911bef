namespace OmniChannel.Conversations;

/// <summary>One step of passing a conversation on.</summary>
public sealed record HandOffAttempt
{
    /// <summary>When.</summary>
    public required DateTimeOffset At { get; init; }

    /// <summary>What happened.</summary>
    public required HandOffStep Step { get; init; }

    /// <summary>The name of the agent or bot; null for none.</summary>
    public string? Name { get; init; }

    /// <summary>Why, in one sentence; null for nothing to say.</summary>
    public string? Text { get; init; }
}
