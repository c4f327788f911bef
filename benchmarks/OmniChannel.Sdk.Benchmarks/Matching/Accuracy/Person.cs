namespace OmniChannel.Matching.Accuracy;

/// <summary>One made-up person, or a record of them with errors.</summary>
internal sealed record Person
{
    public required string Given { get; init; }

    public string? Middle { get; init; }

    public required string Family { get; init; }

    /// <summary>Readings in katakana, where the names are in kanji.</summary>
    public string GivenKana { get; init; } = "";

    public string FamilyKana { get; init; } = "";

    public required DateOnly Born { get; init; }

    public required string Sex { get; init; }

    public required string Street { get; init; }

    public required string House { get; init; }

    public required string City { get; init; }

    public required string Postcode { get; init; }

    public required string State { get; init; }

    /// <summary>Nine digits.</summary>
    public required string Phone { get; init; }

    public required string Mail { get; init; }

    public required string Member { get; init; }
}
