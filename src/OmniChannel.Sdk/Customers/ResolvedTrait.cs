namespace OmniChannel.Customers;

/// <summary>A trait with the value that counts, by what it was chosen, and the rest.</summary>
internal sealed record ResolvedTrait
{
    public required TraitCandidate Winner { get; init; }

    public required Explanation Reason { get; init; }

    /// <summary>Best first.</summary>
    public required IReadOnlyList<TraitCandidate> Others { get; init; }

    public ValueView ToView() => View(Winner) with { Reason = Reason, Others = [.. Others.Select(View)] };

    private static ValueView View(TraitCandidate from) => new()
    {
        Name = from.Name,
        Value = from.Value,
        Source = from.Source,
        At = from.At,
        Origin = from.Origin,
        Confidence = from.Confidence,
    };
}
