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
}
