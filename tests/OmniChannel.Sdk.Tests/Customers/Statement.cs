namespace OmniChannel.Customers;

/// <summary>One thing that a source says: a state of a record, or a trait told of a record.</summary>
internal sealed record Statement
{
    public required string Source { get; init; }

    public required string Id { get; init; }

    /// <summary>Who told the trait.</summary>
    public string By { get; init; } = "";

    public Trait? Trait { get; init; }

    public int Phone { get; init; }

    public int Email { get; init; }

    public IReadOnlyDictionary<string, string> Traits { get; init; } = new Dictionary<string, string>();

    public DateTimeOffset ChangedAt { get; init; }

    public CustomerRecord? Record => Trait is not null ? null : new()
    {
        ExternalId = Id,
        Identifiers = [Identifier.Phone("+8190000000" + (10 + Phone)), Identifier.Email($"c{Email}@example.com")],
        Traits = Traits,
        ChangedAt = ChangedAt,
    };
}
