using System.Text;

namespace OmniChannel.Identity;

/// <summary>
/// Brings an identifier's value to the form in which it is compared. Phones: digits with the region's country code; e-mail: lower case
/// and trimmed; everything else: trimmed. Width is folded first, so that full-width input means the same.
/// </summary>
internal sealed class IdentifierNormalizer(string region)
{
    /// <summary>Country calling codes with the national trunk prefix, of the regions in which national input is understood (ITU-T E.164).</summary>
    private static readonly Dictionary<string, (string Code, string Trunk)> Regions = new(StringComparer.OrdinalIgnoreCase)
    {
        ["JP"] = ("81", "0"),
        ["US"] = ("1", "1"),
        ["CA"] = ("1", "1"),
        ["GB"] = ("44", "0"),
        ["DE"] = ("49", "0"),
        ["FR"] = ("33", "0"),
        ["AU"] = ("61", "0"),
        ["KR"] = ("82", "0"),
        ["CN"] = ("86", "0"),
        ["IN"] = ("91", "0"),
        ["SG"] = ("65", ""),
        ["HK"] = ("852", ""),
    };

    /// <summary>The compared form, or null when the value cannot be an identifier of the type.</summary>
    public string? Normalize(IdentifierType type, string value)
    {
        var text = FoldWidth(value).Trim();
        if (text.Length is 0 or > 512)
        {
            return null;
        }

        if (type == IdentifierType.Phone)
        {
            return Phone(text);
        }

        return type == IdentifierType.Email ? Email(text) : text;
    }

    internal static string FoldWidth(string text)
    {
        if (Ascii.IsValid(text))
        {
            return text;
        }

        var builder = new StringBuilder(text.Length);
        foreach (var c in text)
        {
            builder.Append(c switch
            {
                >= '\u2010' and <= '\u2015' or '\u2212' or '\u30fc' when text.Any(char.IsDigit) => '-',
                _ => FullWidth.Narrow(c),
            });
        }

        return builder.ToString();
    }

    private static string? Email(string text)
    {
        var at = text.LastIndexOf('@');
        return at > 0 && at < text.Length - 1 && !text.Any(c => char.IsWhiteSpace(c) || char.IsControl(c)) ? text.ToLowerInvariant() : null;
    }

    private string? Phone(string text)
    {
        if (text is ['+', not '0', ..] && text.Length is >= 8 and <= 16 && !text.AsSpan(1).ContainsAnyExceptInRange('0', '9'))
        {
            return text;
        }

        var digits = string.Concat(text.Where(char.IsAsciiDigit));
        var foreign = text.Any(c => !char.IsAsciiDigit(c) && c is not ('+' or '-' or ' ' or '(' or ')' or '.' or '/'));
        if (foreign || text.LastIndexOf('+') > 0)
        {
            return null;
        }

        if (!text.StartsWith('+'))
        {
            if (!Regions.TryGetValue(region, out var national))
            {
                return null;
            }

            if (national.Trunk.Length > 0 && digits.StartsWith(national.Trunk, StringComparison.Ordinal))
            {
                digits = digits[national.Trunk.Length..];
            }

            digits = national.Code + digits;
        }

        return digits.Length is >= 7 and <= 15 && digits[0] != '0' ? "+" + digits : null;
    }
}
