using System.Buffers;
using System.Diagnostics.CodeAnalysis;
using System.Text.Json.Serialization;

namespace OmniChannel.Channels;

/// <summary>A kind of medium, as it stands in routes and configuration: <c>sms</c>, <c>web-chat</c>, <c>voice</c>.</summary>
[JsonConverter(typeof(TextJsonConverter<ChannelName>))]
public readonly record struct ChannelName : IParsable<ChannelName>
{
    private static readonly SearchValues<char> Letters = SearchValues.Create("abcdefghijklmnopqrstuvwxyz0123456789-");

    /// <summary>Wraps a name of lower-case letters, digits and dashes.</summary>
    /// <exception cref="ArgumentException">Anything else is in it.</exception>
    public ChannelName(string value)
    {
        NameText.Check(value);
        Value = IsChannel(value) ? value : throw new ArgumentException("A channel name has lower-case letters, digits and dashes.", nameof(value));
    }

    /// <summary>The name; empty for the default value.</summary>
    public string Value => field ?? "";

    /// <inheritdoc/>
    public static ChannelName Parse(string s, IFormatProvider? provider = null) => new(s);

    /// <inheritdoc/>
    public static bool TryParse([NotNullWhen(true)] string? s, IFormatProvider? provider, out ChannelName result)
    {
        var fits = IsChannel(s);
        result = fits ? new(s!) : default;
        return fits;
    }

    /// <summary>The name itself.</summary>
    public override string ToString() => Value;

    private static bool IsChannel([NotNullWhen(true)] string? text) => NameText.IsName(text) && !text.AsSpan().ContainsAnyExcept(Letters);
}
