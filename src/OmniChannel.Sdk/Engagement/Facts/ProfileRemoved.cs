namespace OmniChannel.Engagement.Facts;

/// <summary>What is known of an atom is forgotten: the record of a source is gone, or the customer was erased.</summary>
internal sealed record ProfileRemoved : EngineFact
{
    public required long Atom { get; init; }
}
