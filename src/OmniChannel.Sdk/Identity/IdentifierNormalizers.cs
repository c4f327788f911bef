using OmniChannel.Identity.Identifiers;

namespace OmniChannel.Identity;

/// <summary>The normalisers that come along.</summary>
public static class IdentifierNormalizers
{
    /// <summary>E.164 with its plus sign, from national or international writing of every region.</summary>
    public static IIdentifierNormalizer Phone { get; } = new PhoneNormalizer();

    /// <summary>
    /// An e-mail address with its domain in lower case and ASCII. Case, dots and tags of the local part fall away only at providers that say
    /// that they make no difference.
    /// </summary>
    public static IIdentifierNormalizer Email { get; } = new EmailNormalizer();

    /// <summary>The value as it is.</summary>
    public static IIdentifierNormalizer Text { get; } = new TextNormalizer(lowerCase: false);

    /// <summary>The value in lower case, letter by letter.</summary>
    public static IIdentifierNormalizer LowerCase { get; } = new TextNormalizer(lowerCase: true);

    /// <summary>A SHA-256 digest as 64 hexadecimal digits.</summary>
    public static IIdentifierNormalizer Sha256 { get; } = new DigestNormalizer();

    /// <summary>A normaliser of your own; null means that a value cannot be one of the type. The function must be pure and thread-safe.</summary>
    public static IIdentifierNormalizer From(Func<string, string?> normalize)
    {
        ArgumentNullException.ThrowIfNull(normalize);
        return new FunctionNormalizer(normalize);
    }
}
