using System.Text.Json.Serialization;

namespace OmniChannel.Content;

/// <summary>Somebody's contact card.</summary>
public sealed record ContactContent : MessageContent
{
    /// <summary>The name on the card.</summary>
    public required string DisplayName { get; init; }

    /// <summary>Phone numbers as written.</summary>
    public IReadOnlyList<string> Phones { get; init; } = [];

    /// <summary>E-mail addresses as written.</summary>
    public IReadOnlyList<string> Emails { get; init; } = [];

    /// <inheritdoc/>
    [JsonIgnore]
    public override string Preview => DisplayName;
}
