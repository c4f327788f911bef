using OmniChannel.Identity.Matching.Folding;

namespace OmniChannel.Identity.Matching.Fields;

/// <summary>Folds one raw value for a kind of field.</summary>
internal static class FieldFolder
{
    /// <summary>The folded value and, for dates, its packed form; an empty text when nothing is left.</summary>
    public static (string Text, int Date) Fold(FieldKind kind, string raw, bool monthFirst)
    {
        switch (kind)
        {
            case FieldKind.Date:
                var wide = HalfWidth(raw);
                var date = DateReader.Read(wide, monthFirst);
                return date > 0 ? (date.ToString("D8", System.Globalization.CultureInfo.InvariantCulture), date) : (TextFolder.Fold(wide), 0);
            case FieldKind.Email:
                return (TextFolder.Fold(raw, "@.-_+").Replace(" ", "", StringComparison.Ordinal), 0);
            case FieldKind.Phone:
                return (Phone(raw), 0);
            case FieldKind.PostalCode or FieldKind.Identifier or FieldKind.Number:
                return (TextFolder.Fold(raw).Replace(" ", "", StringComparison.Ordinal), 0);
            default:
                return (TextFolder.Fold(raw), 0);
        }
    }

    private static string HalfWidth(string raw) =>
        string.Create(raw.Length, raw, (span, text) =>
        {
            for (var i = 0; i < text.Length; i++)
            {
                span[i] = text[i] is >= '\uff01' and <= '\uff5e' ? (char)(text[i] - 0xfee0) : text[i];
            }
        });

    // The last nine digits: what stays when a country code or a trunk zero is written or not.
    private static string Phone(string raw)
    {
        Span<char> digits = stackalloc char[raw.Length <= 64 ? raw.Length : 0];
        if (digits.Length != raw.Length)
        {
            return "";
        }

        var count = 0;
        foreach (var c in raw)
        {
            var plain = c is >= '\uff10' and <= '\uff19' ? (char)(c - 0xfee0) : c;
            if (char.IsAsciiDigit(plain))
            {
                digits[count++] = plain;
            }
        }

        return new string(count > 9 ? digits[(count - 9)..count] : digits[..count].TrimStart('0'));
    }
}
