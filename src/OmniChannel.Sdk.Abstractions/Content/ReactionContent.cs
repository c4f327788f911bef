using System.Text.Json.Serialization;

namespace OmniChannel.Content;

/// <summary>A reaction to an earlier message.</summary>
public sealed record ReactionContent : MessageContent
{
    /// <summary>The emoji; empty when the reaction was taken back.</summary>
    public required string Emoji { get; init; }

    /// <summary>The provider's id of the message reacted to.</summary>
    public required string TargetProviderMessageId { get; init; }

    /// <inheritdoc/>
    [JsonIgnore]
    public override string Preview => Emoji;
}
