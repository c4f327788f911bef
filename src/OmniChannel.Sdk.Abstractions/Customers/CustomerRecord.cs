namespace OmniChannel.Customers;

/// <summary>What the application knows of a customer and imports, or finds when asked.</summary>
public sealed record CustomerRecord
{
    /// <summary>The application's own key of the record; stable.</summary>
    public required string ExternalId { get; init; }

    /// <summary>The name; null when unknown.</summary>
    public PersonName? Name { get; init; }

    /// <summary>Identifiers the application vouches for; they count as verified.</summary>
    public IReadOnlyList<Identifier> Identifiers { get; init; } = [];

    /// <summary>Traits by name, such as <c>tier</c> or <c>shoe-size</c>.</summary>
    public IReadOnlyDictionary<string, string> Traits { get; init; } = new Dictionary<string, string>();

    /// <summary>
    /// Traits of which more is known than their value: when, how, how surely. One named here and in <see cref="Traits"/> counts from here. Null
    /// for none.
    /// </summary>
    public IReadOnlyList<Trait>? DetailedTraits { get; init; }

    /// <summary>When the application last changed the record; null when it does not know.</summary>
    public DateTimeOffset? ChangedAt { get; init; }

    /// <summary>The key only: the rest is personal.</summary>
    public override string ToString() => $"CustomerRecord {ExternalId}";
}
