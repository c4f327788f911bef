namespace OmniChannel.Customers;

/// <summary>What one source says.</summary>
internal sealed record ProfileSourceState
{
    public required string Source { get; init; }

    public required CustomerRecord Record { get; init; }

    public required DateTimeOffset At { get; init; }
}
