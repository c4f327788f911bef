namespace OmniChannel.Customers;

/// <summary>One of the values that a trait could have.</summary>
internal sealed record TraitCandidate
{
    public required string Name { get; init; }

    public required string Value { get; init; }

    public required string Source { get; init; }

    public required DateTimeOffset At { get; init; }

    public TraitOrigin Origin { get; init; }

    public double Confidence { get; init; } = 1;

    /// <summary>The name that the value shows; null for traits.</summary>
    public PersonName? Person { get; init; }

    public static double ConfidenceOf(Trait trait) => trait.Confidence ?? trait.Origin switch
    {
        TraitOrigin.Declared => 1,
        TraitOrigin.Observed => 0.8,
        _ => 0.5,
    };
}
