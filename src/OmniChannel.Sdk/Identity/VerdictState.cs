namespace OmniChannel.Identity;

/// <summary>What was last decided about two atoms or identifiers.</summary>
internal sealed record VerdictState
{
    public required long First { get; init; }

    public required long Second { get; init; }

    public required DateTimeOffset At { get; init; }

    public IdentifierKey? FirstKey { get; init; }

    public IdentifierKey? SecondKey { get; init; }

    /// <summary>Null for <see cref="VerdictKind.Apart"/>.</summary>
    public VerdictKind? Kind { get; init; }

    public string? By { get; init; }

    /// <summary>What the matcher said of them; null when it was not asked.</summary>
    public FoundMatch? Match { get; init; }
}
