using System.Text.Json.Serialization;

namespace OmniChannel.Content;

/// <summary>An image, a recording, a film or a file, by reference.</summary>
public sealed record MediaContent : MessageContent
{
    /// <summary>What it is to a reader.</summary>
    public required MediaKind Media { get; init; }

    /// <summary>Where the bytes are: a provider's address or one of the host's media store.</summary>
    public required Uri Source { get; init; }

    /// <summary>The media type, such as <c>image/jpeg</c>; null when the provider did not say.</summary>
    public string? MediaType { get; init; }

    /// <summary>The file name shown to a reader; null for none.</summary>
    public string? FileName { get; init; }

    /// <summary>Size in bytes; null when unknown.</summary>
    public long? Length { get; init; }

    /// <summary>Text shown with it; null for none.</summary>
    public string? Caption { get; init; }

    /// <inheritdoc/>
    [JsonIgnore]
    public override string Preview => Caption ?? FileName ?? $"[{Media}]";
}
