namespace OmniChannel.Customers;

/// <summary>A trait as a source told it. Its time is always there.</summary>
internal sealed record TraitState
{
    public required string Source { get; init; }

    public required Trait Trait { get; init; }
}
