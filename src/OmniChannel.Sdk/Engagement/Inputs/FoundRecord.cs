namespace OmniChannel.Engagement.Inputs;

/// <summary>A customer record and the source it came from.</summary>
internal sealed record FoundRecord
{
    public required string Source { get; init; }

    public required CustomerRecord Record { get; init; }
}
