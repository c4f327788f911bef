namespace OmniChannel.Identity.Identifiers;

/// <summary>The value as it is, or in lower case.</summary>
internal sealed class TextNormalizer(bool lowerCase) : IIdentifierNormalizer
{
    public int Normalize(ReadOnlySpan<char> value, string region, Span<char> destination)
    {
        if (!lowerCase)
        {
            value.CopyTo(destination);
            return value.Length;
        }

        for (var i = 0; i < value.Length; i++)
        {
            destination[i] = char.ToLowerInvariant(value[i]);
        }

        return value.Length;
    }
}
