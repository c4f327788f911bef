using System.Diagnostics.CodeAnalysis;
using System.Text.Json.Serialization;

namespace OmniChannel;

/// <summary>A customer. After a merge the older id survives and the other resolves to it for ever. Text form: <c>cus_</c> and 13 characters of Crockford base 32.</summary>
[JsonConverter(typeof(TextJsonConverter<CustomerId>))]
public readonly record struct CustomerId : IParsable<CustomerId>, IComparable<CustomerId>
{
    private const string Prefix = "cus_";

    /// <summary>Wraps a raw value, as a store holds it.</summary>
    public CustomerId(long value) => Value = value;

    /// <summary>The raw 64 bits; 0 is never a real id.</summary>
    public long Value { get; }

    /// <summary>True for the default value, which names nothing.</summary>
    public bool IsEmpty => Value == 0;

    /// <inheritdoc/>
    public static CustomerId Parse(string s, IFormatProvider? provider = null) =>
        TryParse(s, provider, out var id) ? id : throw new FormatException("A CustomerId is 'cus_' and 13 characters.");

    /// <inheritdoc/>
    public static bool TryParse([NotNullWhen(true)] string? s, IFormatProvider? provider, out CustomerId result)
    {
        var parsed = IdText.TryParse(s, Prefix, out var value);
        result = new(value);
        return parsed;
    }

    /// <summary>Parses the text form; false when it is none.</summary>
    public static bool TryParse([NotNullWhen(true)] string? s, out CustomerId result) => TryParse(s, null, out result);

    /// <inheritdoc/>
    public int CompareTo(CustomerId other) => Value.CompareTo(other.Value);

    /// <summary>The text form.</summary>
    public override string ToString() => IdText.Format(Prefix, Value);
}
