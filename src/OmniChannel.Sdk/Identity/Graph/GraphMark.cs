namespace OmniChannel.Identity.Graph;

/// <summary>Where everything stood at a mark.</summary>
internal readonly record struct GraphMark
{
    public required long Nodes { get; init; }

    public required long Ties { get; init; }

    public required long Verdicts { get; init; }

    public required int NodeCount { get; init; }

    public required int TieCount { get; init; }

    public required int FreeTie { get; init; }

    public required int Sources { get; init; }

    public required int Today { get; init; }
}
