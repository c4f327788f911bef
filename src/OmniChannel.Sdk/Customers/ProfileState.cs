namespace OmniChannel.Customers;

/// <summary>What a source says of a person: the record that is this atom.</summary>
internal sealed record ProfileState
{
    public required long Atom { get; init; }

    public required string Source { get; init; }

    public required CustomerRecord Record { get; init; }

    public required DateTimeOffset At { get; init; }
}
