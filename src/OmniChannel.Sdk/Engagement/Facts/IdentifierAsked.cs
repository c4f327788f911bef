namespace OmniChannel.Engagement.Facts;

/// <summary>Customer sources were asked about an identifier.</summary>
internal sealed record IdentifierAsked : EngineFact
{
    public required IdentifierKey Key { get; init; }

    public required DateTimeOffset Time { get; init; }
}
