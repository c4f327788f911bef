namespace OmniChannel.Customers;

/// <summary>What one atom's sources say of the person.</summary>
internal sealed record ProfileState
{
    public required long Atom { get; init; }

    public ImmutableArray<ProfileSourceState> Sources { get; init; } = [];
}
