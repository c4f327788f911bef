using System.Text.Json.Serialization;

namespace OmniChannel.Content;

/// <summary>Filled-in fields, as a web form or an intake sends them.</summary>
public sealed record FormContent : MessageContent
{
    /// <summary>The form's name.</summary>
    public required string Name { get; init; }

    /// <summary>Field names and values.</summary>
    public required IReadOnlyDictionary<string, string> Fields { get; init; }

    /// <inheritdoc/>
    [JsonIgnore]
    public override string Preview => Name;
}
