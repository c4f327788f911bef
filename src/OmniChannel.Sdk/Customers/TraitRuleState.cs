namespace OmniChannel.Customers;

/// <summary>The rule of one trait.</summary>
internal sealed record TraitRuleState
{
    public required ImmutableArray<Survivorship> Order { get; init; }

    public required ImmutableArray<string> Trusted { get; init; }
}
