using System.Text.Json.Serialization;

namespace OmniChannel.Content;

/// <summary>What a vendor sent or wants that no other kind says. Nothing received is dropped for being unknown.</summary>
public sealed record NativeContent : MessageContent
{
    /// <summary>The vendor's name for it, such as <c>sticker</c>.</summary>
    public required string Type { get; init; }

    /// <summary>The vendor's own JSON or text, at most 64 KB.</summary>
    public required string Data { get; init; }

    /// <summary>A text for those who cannot show it; null for none.</summary>
    public string? Fallback { get; init; }

    /// <inheritdoc/>
    [JsonIgnore]
    public override string Preview => Fallback ?? $"[{Type}]";
}
