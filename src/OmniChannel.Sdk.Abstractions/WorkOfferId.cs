using System.Diagnostics.CodeAnalysis;
using System.Text.Json.Serialization;

namespace OmniChannel;

/// <summary>A proposal of a work item to one agent, with an expiry. Text form: <c>ofr_</c> and 13 characters of Crockford base 32.</summary>
[JsonConverter(typeof(TextJsonConverter<WorkOfferId>))]
public readonly record struct WorkOfferId : IParsable<WorkOfferId>, IComparable<WorkOfferId>
{
    private const string Prefix = "ofr_";

    /// <summary>Wraps a raw value, as a store holds it.</summary>
    public WorkOfferId(long value) => Value = value;

    /// <summary>The raw 64 bits; 0 is never a real id.</summary>
    public long Value { get; }

    /// <summary>True for the default value, which names nothing.</summary>
    public bool IsEmpty => Value == 0;

    /// <inheritdoc/>
    public static WorkOfferId Parse(string s, IFormatProvider? provider = null) =>
        TryParse(s, provider, out var id) ? id : throw new FormatException("A WorkOfferId is 'ofr_' and 13 characters.");

    /// <inheritdoc/>
    public static bool TryParse([NotNullWhen(true)] string? s, IFormatProvider? provider, out WorkOfferId result)
    {
        var parsed = IdText.TryParse(s, Prefix, out var value);
        result = new(value);
        return parsed;
    }

    /// <summary>Parses the text form; false when it is none.</summary>
    public static bool TryParse([NotNullWhen(true)] string? s, out WorkOfferId result) => TryParse(s, null, out result);

    /// <inheritdoc/>
    public int CompareTo(WorkOfferId other) => Value.CompareTo(other.Value);

    /// <summary>The text form.</summary>
    public override string ToString() => IdText.Format(Prefix, Value);
}
