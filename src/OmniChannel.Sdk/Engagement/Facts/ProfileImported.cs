namespace OmniChannel.Engagement.Facts;

/// <summary>A source told us about a person. The record is in the payload.</summary>
internal sealed record ProfileImported : EngineFact
{
    public required long Atom { get; init; }

    public required string Source { get; init; }

    public required DateTimeOffset Time { get; init; }
}
