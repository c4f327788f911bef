namespace OmniChannel.Engagement.Engine;

/// <summary>What became of an input, once committed.</summary>
internal sealed record InputOutcome
{
    /// <summary>The decision of a command; null for other inputs.</summary>
    public Decision? Decision { get; init; }

    /// <summary>Instructions for calls, decided with this input.</summary>
    public IReadOnlyList<CallInstruction> Instructions { get; init; } = [];

    /// <summary>Why deciding failed; null when it did not.</summary>
    public Exception? Failure { get; init; }

    /// <summary>True when the same event was taken before; the outcome is that of the first time.</summary>
    public bool IsDuplicate { get; init; }
}
