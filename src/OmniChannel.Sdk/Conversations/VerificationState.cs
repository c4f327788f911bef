namespace OmniChannel.Conversations;

/// <summary>A one-time code under way.</summary>
internal sealed record VerificationState
{
    public required Identifier Identifier { get; init; }

    public required EffectId Effect { get; init; }

    public required DateTimeOffset StartedAt { get; init; }

    /// <summary>Keyed hash of the code; null until it is sent.</summary>
    public string? CodeHash { get; init; }

    /// <summary>Keyed hash of what was typed before the sending of the code was recorded: mail can be faster than its sender.</summary>
    public string? TypedHash { get; init; }

    public DateTimeOffset? ExpiresAt { get; init; }

    public int Attempts { get; init; }

    /// <summary>True once proved, while the customer's record is looked up.</summary>
    public bool IsProved { get; init; }
}
