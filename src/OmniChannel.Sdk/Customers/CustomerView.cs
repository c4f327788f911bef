namespace OmniChannel.Customers;

/// <summary>What we know of a customer, each value with its source and time.</summary>
public sealed record CustomerView
{
    /// <summary>The customer; old ids resolve to it.</summary>
    public required CustomerId Id { get; init; }

    /// <summary>The name, once more than claimed; null before.</summary>
    public string? Name { get; init; }

    /// <summary>The name in kana; null for none.</summary>
    public string? NameKana { get; init; }

    /// <summary>Where the name comes from, with the names that lost; null when there is none.</summary>
    public ValueView? NameSource { get; init; }

    /// <summary>How the customer was recognised and how surely, as a code.</summary>
    public required string Recognition { get; init; }

    /// <summary>The same in one sentence.</summary>
    public required string RecognitionText { get; init; }

    /// <summary>
    /// What is known, one value a trait as <see cref="ProfileOptions"/> choose it, and every identifier; each says where it comes from and what
    /// lost. Empty while only claims are known.
    /// </summary>
    public IReadOnlyList<ValueView> Values { get; init; } = [];
}
