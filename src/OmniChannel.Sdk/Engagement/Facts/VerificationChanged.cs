namespace OmniChannel.Engagement.Facts;

/// <summary>Proof was asked for, tried, given or given up. The identifier is in the payload.</summary>
internal sealed record VerificationChanged : EngineFact
{
    public required ConversationId Conversation { get; init; }

    /// <summary>The code's effect; empty when it is over.</summary>
    public EffectId Effect { get; init; }

    public DateTimeOffset StartedAt { get; init; }

    public string? CodeHash { get; init; }

    public string? TypedHash { get; init; }

    public DateTimeOffset? ExpiresAt { get; init; }

    public int Attempts { get; init; }

    public bool IsProved { get; init; }
}
