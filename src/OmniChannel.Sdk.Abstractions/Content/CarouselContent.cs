using System.Text.Json.Serialization;

namespace OmniChannel.Content;

/// <summary>Cards side by side.</summary>
public sealed record CarouselContent : MessageContent
{
    /// <summary>The cards in the order shown, at least one.</summary>
    public required IReadOnlyList<CardContent> Cards { get; init; }

    /// <inheritdoc/>
    [JsonIgnore]
    public override string Preview => string.Join(" / ", Cards.Select(c => c.Title));
}
