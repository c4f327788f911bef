using System.Text.Json.Serialization;

namespace OmniChannel.Content;

/// <summary>A message whose text the provider approved and holds. It never silently becomes text.</summary>
public sealed record TemplateContent : MessageContent
{
    /// <summary>The template's name at the provider.</summary>
    public required string Name { get; init; }

    /// <summary>The language version wanted.</summary>
    public required Locale Locale { get; init; }

    /// <summary>Values for the placeholders, in order.</summary>
    public IReadOnlyList<string> Parameters { get; init; } = [];

    /// <inheritdoc/>
    [JsonIgnore]
    public override string Preview => $"[{Name}]";
}
