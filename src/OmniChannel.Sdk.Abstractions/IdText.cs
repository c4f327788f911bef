namespace OmniChannel;

/// <summary>Text form of numeric ids: a prefix and 13 characters of Crockford base 32 (no I, L, O, U).</summary>
internal static class IdText
{
    private const string Alphabet = "0123456789abcdefghjkmnpqrstvwxyz";
    private const int Digits = 13;

    public static string Format(string prefix, long value) => string.Create(prefix.Length + Digits, (prefix, value), static (span, s) =>
    {
        s.prefix.CopyTo(span);
        var rest = (ulong)s.value;
        for (var i = span.Length - 1; i >= s.prefix.Length; i--, rest >>= 5)
        {
            span[i] = Alphabet[(int)(rest & 31)];
        }
    });

    public static bool TryParse(string? text, string prefix, out long value)
    {
        value = 0;
        if (text is null || text.Length != prefix.Length + Digits || !text.StartsWith(prefix, StringComparison.Ordinal))
        {
            return false;
        }

        ulong bits = 0;
        for (var i = prefix.Length; i < text.Length; i++)
        {
            var digit = Alphabet.IndexOf(char.ToLowerInvariant(text[i]), StringComparison.Ordinal);
            if (digit < 0 || (i == prefix.Length && digit > 15))
            {
                return false;
            }

            bits = (bits << 5) | (uint)digit;
        }

        value = (long)bits;
        return true;
    }
}
