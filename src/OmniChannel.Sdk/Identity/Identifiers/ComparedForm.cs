namespace OmniChannel.Identity.Identifiers;

/// <summary>The form in which a value is compared: trimmed, of one width, then as its type has it. The one place where it is made.</summary>
internal static class ComparedForm
{
    public const int MostCharacters = 512;

    /// <summary>The compared form, or nothing when the value cannot be one of the type.</summary>
    /// <param name="value">As it was written.</param>
    /// <param name="normalizer">The type's; null for a type that nobody registered, whose values are compared as they are.</param>
    /// <param name="region">Where national writing is from.</param>
    /// <param name="room">Room for <see cref="MostCharacters"/>.</param>
    /// <param name="form">The same; the form may be in it.</param>
    public static ReadOnlySpan<char> Of(ReadOnlySpan<char> value, IIdentifierNormalizer? normalizer, string region, Span<char> room, Span<char> form)
    {
        var text = Folded(value, room);
        if (text.Length is 0 or > MostCharacters || normalizer is null)
        {
            return text.Length > MostCharacters ? [] : text;
        }

        var length = normalizer.Normalize(text, region, form);
        return length <= 0 ? [] : form[..length];
    }

    /// <summary>Trimmed and of one width.</summary>
    public static ReadOnlySpan<char> Folded(ReadOnlySpan<char> value, Span<char> room) => Width.Fold(value.Trim(), room);
}
