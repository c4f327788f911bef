using System.Diagnostics.CodeAnalysis;
using System.Text.Json.Serialization;

namespace OmniChannel;

/// <summary>The unit of isolation, ordering and scale: a brand or tenant. Compared ordinally.</summary>
[JsonConverter(typeof(TextJsonConverter<WorkspaceId>))]
public readonly record struct WorkspaceId : IParsable<WorkspaceId>
{
    /// <summary>Wraps a name.</summary>
    /// <exception cref="ArgumentException">The name is empty, longer than 128 characters, or holds a control character.</exception>
    public WorkspaceId(string value) => Value = NameText.Check(value);

    /// <summary>The name; empty for the default value.</summary>
    public string Value => field ?? "";

    /// <summary>True for the default value, which names nothing.</summary>
    public bool IsEmpty => Value.Length == 0;

    /// <inheritdoc/>
    public static WorkspaceId Parse(string s, IFormatProvider? provider = null) => new(s);

    /// <inheritdoc/>
    public static bool TryParse([NotNullWhen(true)] string? s, IFormatProvider? provider, out WorkspaceId result)
    {
        var fits = NameText.IsName(s);
        result = fits ? new(s!) : default;
        return fits;
    }

    /// <summary>The name itself.</summary>
    public override string ToString() => Value;
}
