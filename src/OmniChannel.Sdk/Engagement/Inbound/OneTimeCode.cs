using System.Security.Cryptography;

namespace OmniChannel.Engagement.Inbound;

/// <summary>Six digits, kept only as a keyed hash bound to the effect that sent them.</summary>
internal static class OneTimeCode
{
    public const int Digits = 6;

    public static string Draw() => RandomNumberGenerator.GetString("0123456789", Digits);

    public static string Hash(IdentifierHasher hasher, EffectId effect, string code)
    {
        var hash = hasher.Hash("one-time-code:" + effect, code);
        return $"{hash.High:x16}{hash.Low:x16}";
    }

    /// <summary>The code in what somebody typed: exactly six digits, with spaces, dashes and full width forgiven; null for none.</summary>
    public static string? Read(MessageContent content)
    {
        if (content is not TextContent { Text: var text } || text.Length > 64)
        {
            return null;
        }

        var folded = Identity.Identifiers.Width.Fold(text, stackalloc char[64]).ToString();
        var digits = string.Concat(folded.Where(char.IsAsciiDigit));
        return digits.Length == Digits && folded.All(c => char.IsAsciiDigit(c) || c is ' ' or '-' or '.') ? digits : null;
    }
}
