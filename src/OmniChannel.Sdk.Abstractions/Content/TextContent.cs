using System.Diagnostics.CodeAnalysis;
using System.Text.Json.Serialization;

namespace OmniChannel.Content;

/// <summary>Plain text.</summary>
public sealed record TextContent : MessageContent
{
    /// <summary>For deserialization and object initialisers.</summary>
    [JsonConstructor]
    public TextContent()
    {
    }

    /// <summary>Makes text content.</summary>
    [SetsRequiredMembers]
    public TextContent(string text) => Text = text;

    /// <summary>The text, unformatted; line breaks are <c>\n</c>.</summary>
    public required string Text { get; init; }

    /// <inheritdoc/>
    [JsonIgnore]
    public override string Preview => Text;
}
