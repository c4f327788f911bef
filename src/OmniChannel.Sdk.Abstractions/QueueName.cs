using System.Diagnostics.CodeAnalysis;
using System.Text.Json.Serialization;

namespace OmniChannel;

/// <summary>A queue, by its configured name. Compared ordinally.</summary>
[JsonConverter(typeof(TextJsonConverter<QueueName>))]
public readonly record struct QueueName : IParsable<QueueName>
{
    /// <summary>Wraps a name.</summary>
    /// <exception cref="ArgumentException">The name is empty, longer than 128 characters, or holds a control character.</exception>
    public QueueName(string value) => Value = NameText.Check(value);

    /// <summary>The name; empty for the default value.</summary>
    public string Value => field ?? "";

    /// <summary>True for the default value, which names nothing.</summary>
    public bool IsEmpty => Value.Length == 0;

    /// <inheritdoc/>
    public static QueueName Parse(string s, IFormatProvider? provider = null) => new(s);

    /// <inheritdoc/>
    public static bool TryParse([NotNullWhen(true)] string? s, IFormatProvider? provider, out QueueName result)
    {
        var fits = NameText.IsName(s);
        result = fits ? new(s!) : default;
        return fits;
    }

    /// <summary>The name itself.</summary>
    public override string ToString() => Value;
}
