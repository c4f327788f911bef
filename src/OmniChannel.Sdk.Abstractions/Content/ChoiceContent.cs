using System.Text.Json.Serialization;

namespace OmniChannel.Content;

/// <summary>A closed question. Channels without buttons get numbered lines; "2", the label and a button press mean the same option.</summary>
public sealed record ChoiceContent : MessageContent
{
    /// <summary>The question.</summary>
    public required string Text { get; init; }

    /// <summary>The options in the order shown, at least one.</summary>
    public required IReadOnlyList<ChoiceOption> Options { get; init; }

    /// <inheritdoc/>
    [JsonIgnore]
    public override string Preview => Text;
}
