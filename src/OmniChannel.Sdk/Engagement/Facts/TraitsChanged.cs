namespace OmniChannel.Engagement.Facts;

/// <summary>A source told traits of a person, or took them back. They are in the payload, each with its time.</summary>
internal sealed record TraitsChanged : EngineFact
{
    public required long Atom { get; init; }

    public required string Source { get; init; }

    public bool IsTakenBack { get; init; }
}
