namespace OmniChannel.Identity;

/// <summary>What a decision on customers changed, or would change.</summary>
public sealed record IdentityChange
{
    /// <summary>Whether it was taken.</summary>
    public required bool Accepted { get; init; }

    /// <summary>What was decided, or why not, as a code with arguments.</summary>
    public required Explanation Reason { get; init; }

    /// <summary>The stable code of <see cref="Reason"/>.</summary>
    public string Code => Reason.Code;

    /// <summary>True when nothing was changed: the answer to a dry run.</summary>
    public bool IsDryRun { get; init; }

    /// <summary>The addresses and records that went, or would go, to another customer; empty when the customers stay as they are.</summary>
    public IReadOnlyList<IdentityMove> Moved { get; init; } = [];
}
