using System.Text.Json.Serialization;

namespace OmniChannel.Content;

/// <summary>A closed question whose options stand under headings.</summary>
public sealed record ListContent : MessageContent
{
    /// <summary>The question.</summary>
    public required string Text { get; init; }

    /// <summary>The sections in the order shown.</summary>
    public required IReadOnlyList<ListSection> Sections { get; init; }

    /// <inheritdoc/>
    [JsonIgnore]
    public override string Preview => Text;
}
