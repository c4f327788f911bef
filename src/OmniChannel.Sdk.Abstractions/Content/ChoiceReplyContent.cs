using System.Text.Json.Serialization;

namespace OmniChannel.Content;

/// <summary>A customer's choice that the channel reported natively: a button press, a quick reply, a key.</summary>
public sealed record ChoiceReplyContent : MessageContent
{
    /// <summary>The chosen option's <see cref="ChoiceOption.Id"/>, or what the provider sent as its payload.</summary>
    public required string OptionId { get; init; }

    /// <summary>What the customer saw or said.</summary>
    public required string Label { get; init; }

    /// <inheritdoc/>
    [JsonIgnore]
    public override string Preview => Label;
}
