namespace OmniChannel.Engagement.Facts;

/// <summary>The source no longer has the record that an atom is. Traits told of it otherwise stay.</summary>
internal sealed record ProfileRemoved : EngineFact
{
    public required long Atom { get; init; }
}
