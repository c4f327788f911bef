namespace OmniChannel.Identity;

/// <summary>
/// Brings the values of an identifier type to the form in which they are compared. Pure, culture-free and thread-safe; for ever the same for
/// the same value, since hashes of the result are kept.
/// </summary>
public interface IIdentifierNormalizer
{
    /// <summary>Writes the compared form of a value.</summary>
    /// <param name="value">What was given, at most 512 characters, with spaces around it cut and full-width letters narrowed.</param>
    /// <param name="region">ISO 3166 code of the region in whose way the value is read.</param>
    /// <param name="destination">Room for 512 characters.</param>
    /// <returns>How many characters were written; -1 when the value cannot be one of the type.</returns>
    int Normalize(ReadOnlySpan<char> value, string region, Span<char> destination);
}
