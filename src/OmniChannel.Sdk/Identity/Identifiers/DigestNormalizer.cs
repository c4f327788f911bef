namespace OmniChannel.Identity.Identifiers;

/// <summary>A SHA-256 digest: 64 hexadecimal digits, in lower case.</summary>
internal sealed class DigestNormalizer : IIdentifierNormalizer
{
    private const int Digits = 64;

    public int Normalize(ReadOnlySpan<char> value, string region, Span<char> destination)
    {
        if (value.Length != Digits)
        {
            return -1;
        }

        for (var i = 0; i < Digits; i++)
        {
            if (!char.IsAsciiHexDigit(value[i]))
            {
                return -1;
            }

            destination[i] = char.ToLowerInvariant(value[i]);
        }

        return Digits;
    }
}
