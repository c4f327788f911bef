namespace OmniChannel.Customers;

/// <summary>A value with where it comes from.</summary>
public sealed record ValueView
{
    /// <summary>What it is, such as <c>tier</c>.</summary>
    public required string Name { get; init; }

    /// <summary>The value.</summary>
    public required string Value { get; init; }

    /// <summary>Who says so.</summary>
    public required string Source { get; init; }

    /// <summary>When it was said.</summary>
    public required DateTimeOffset At { get; init; }

    /// <summary>How it is known.</summary>
    public TraitOrigin Origin { get; init; }

    /// <summary>How sure the source is, from 0 to 1.</summary>
    /// <value>Default 1.</value>
    public double Confidence { get; init; } = 1;

    /// <summary>The rule by which it was chosen among several, with the source that lost to it; null where nothing was chosen.</summary>
    public Explanation? Reason { get; init; }

    /// <summary>What else is known under the name, best first: values that lost, and the same value from other sources.</summary>
    public IReadOnlyList<ValueView> Others { get; init; } = [];
}
