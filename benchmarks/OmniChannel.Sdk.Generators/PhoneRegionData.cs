namespace OmniChannel.Generators;

/// <summary>What the metadata says of one region, as far as reading a number needs it.</summary>
internal sealed record PhoneRegionData
{
    public required string Region { get; init; }

    public required string Code { get; init; }

    public required bool IsMain { get; init; }

    public required string Exit { get; init; }

    public required string Trunk { get; init; }

    public required string Prefix { get; init; }

    public required string Transform { get; init; }

    public required string Pattern { get; init; }

    public required int Lengths { get; init; }

    /// <summary>The metadata's own example of each kind of number, as its national significant number.</summary>
    public required IReadOnlyList<(string Kind, string Number)> Examples { get; init; }
}
