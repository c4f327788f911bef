using System.Buffers;
using System.Diagnostics.CodeAnalysis;
using System.Text.Json.Serialization;

namespace OmniChannel;

/// <summary>
/// A language tag (BCP 47, such as <c>ja-JP</c>). A typed tag and not a <c>CultureInfo</c>, so that it means the same in
/// globalization-invariant mode.
/// </summary>
[JsonConverter(typeof(TextJsonConverter<Locale>))]
public readonly record struct Locale : IParsable<Locale>
{
    private static readonly SearchValues<char> Letters = SearchValues.Create("ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_");

    /// <summary>Wraps a tag; <c>_</c> becomes <c>-</c>.</summary>
    /// <exception cref="ArgumentException">The tag is empty or holds anything but letters, digits and dashes.</exception>
    public Locale(string tag)
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(tag);
        Tag = IsTag(tag) ? tag.Replace('_', '-') : throw new ArgumentException("A locale is a language tag such as 'ja-JP'.", nameof(tag));
    }

    /// <summary>English.</summary>
    public static Locale English { get; } = new("en");

    /// <summary>Japanese.</summary>
    public static Locale Japanese { get; } = new("ja");

    /// <summary>The tag; <c>en</c> for the default value.</summary>
    public string Tag => field ?? "en";

    /// <summary>The primary language in lower case, such as <c>ja</c>.</summary>
    public string Language => Tag.Split('-')[0].ToLowerInvariant();

    /// <inheritdoc/>
    public static Locale Parse(string s, IFormatProvider? provider = null) => new(s);

    /// <inheritdoc/>
    public static bool TryParse([NotNullWhen(true)] string? s, IFormatProvider? provider, out Locale result)
    {
        var fits = IsTag(s);
        result = fits ? new(s!) : default;
        return fits;
    }

    /// <summary>The tag itself.</summary>
    public override string ToString() => Tag;

    private static bool IsTag([NotNullWhen(true)] string? text) =>
        text is { Length: > 0 and <= 35 } && !text.AsSpan().ContainsAnyExcept(Letters);
}
