namespace OmniChannel.Customers;

/// <summary>One thing said of a person, with when, how it is known, and how sure it is.</summary>
public sealed record Trait
{
    /// <summary>What it is, such as <c>tier</c>; compared as it is.</summary>
    public required string Name { get; init; }

    /// <summary>The value.</summary>
    public required string Value { get; init; }

    /// <summary>When it was true or said; null for the time of the record that it comes with, or else of being told.</summary>
    public DateTimeOffset? At { get; init; }

    /// <summary>How it is known.</summary>
    /// <value>Default <see cref="TraitOrigin.Declared"/>.</value>
    public TraitOrigin Origin { get; init; }

    /// <summary>How sure the source is, from 0 to 1; null when it does not say: then 1 for what is declared, 0.8 observed, 0.5 inferred.</summary>
    public double? Confidence { get; init; }

    /// <summary>The name only: a value is personal and stays out of logs.</summary>
    public override string ToString() => $"Trait {Name}";
}
