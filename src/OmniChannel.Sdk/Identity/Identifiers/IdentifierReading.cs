namespace OmniChannel.Identity.Identifiers;

/// <summary>What a given value is, or a code of why it recognises nobody.</summary>
internal readonly record struct IdentifierReading(IdentifierRef Found, string? WhyNot)
{
    public static IdentifierReading Yes(IdentifierRef found) => new(found, null);

    public static IdentifierReading No(string code) => new(default, code);
}
