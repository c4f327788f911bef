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
                var narrow = FullWidth.Narrow(raw);
                var date = DateReader.Read(narrow, monthFirst);
                return date > 0 ? (date.ToString("D8", System.Globalization.CultureInfo.InvariantCulture), date) : (TextFolder.Fold(narrow), 0);
            case FieldKind.Email:
                return (TextFolder.Fold(raw, "@.-_+").Replace(" ", "", StringComparison.Ordinal), 0);
            case FieldKind.Phone:
                return (Phone(raw), 0);
            case FieldKind.PostalCode or FieldKind.Identifier or FieldKind.Number or FieldKind.Age:
                return (TextFolder.Fold(raw).Replace(" ", "", StringComparison.Ordinal), 0);
            default:
                return (TextFolder.Fold(raw), 0);
        }
    }

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
            var plain = FullWidth.Narrow(c);
            if (char.IsAsciiDigit(plain))
            {
                digits[count++] = plain;
            }
        }

        return new string(count > 9 ? digits[(count - 9)..count] : digits[..count].TrimStart('0'));
    }
}
