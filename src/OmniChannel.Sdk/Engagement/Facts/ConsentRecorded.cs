namespace OmniChannel.Engagement.Facts;

/// <summary>An address allowed or forbade messages.</summary>
internal sealed record ConsentRecorded : EngineFact
{
    public required long Atom { get; init; }

    public required bool OptedOut { get; init; }
}
