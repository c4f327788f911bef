namespace OmniChannel.Identity;

/// <summary>Two atoms that are never one customer.</summary>
internal sealed record VerdictState
{
    public required long First { get; init; }

    public required long Second { get; init; }

    public required DateTimeOffset At { get; init; }
}
