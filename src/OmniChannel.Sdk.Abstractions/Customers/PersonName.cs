namespace OmniChannel.Customers;

/// <summary>A person's name, with its kana reading where the language has one.</summary>
public sealed record PersonName
{
    /// <summary>Family name; empty when unknown.</summary>
    public string Family { get; init; } = "";

    /// <summary>Given name; empty when unknown.</summary>
    public string Given { get; init; } = "";

    /// <summary>Family name in kana; null for none.</summary>
    public string? FamilyKana { get; init; }

    /// <summary>Given name in kana; null for none.</summary>
    public string? GivenKana { get; init; }

    /// <summary>The name in the order that its script asks for: family first where a character is Han or kana, else given first.</summary>
    public string Display()
    {
        var eastern = (Family + Given).Any(c => c is >= '\u3040' and <= '\u30ff' or >= '\u3400' and <= '\u9fff');
        return (eastern ? $"{Family} {Given}" : $"{Given} {Family}").Trim();
    }

    /// <summary>The kana reading, family first; null for none.</summary>
    public string? DisplayKana() => FamilyKana is null && GivenKana is null ? null : $"{FamilyKana} {GivenKana}".Trim();

    /// <summary>Nothing of the name: it is personal and stays out of logs.</summary>
    public override string ToString() => nameof(PersonName);
}
