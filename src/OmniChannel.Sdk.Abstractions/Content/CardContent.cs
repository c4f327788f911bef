using System.Text.Json.Serialization;

namespace OmniChannel.Content;

/// <summary>A picture, a title, a text and options, shown as one.</summary>
public sealed record CardContent : MessageContent
{
    /// <summary>The heading.</summary>
    public required string Title { get; init; }

    /// <summary>The text under it; null for none.</summary>
    public string? Text { get; init; }

    /// <summary>The picture; null for none.</summary>
    public Uri? Image { get; init; }

    /// <summary>What can be pressed.</summary>
    public IReadOnlyList<ChoiceOption> Options { get; init; } = [];

    /// <inheritdoc/>
    [JsonIgnore]
    public override string Preview => Text is null ? Title : $"{Title}: {Text}";
}
