using OmniChannel.Channels;
using OmniChannel.Content;

namespace CustomChannel;

/// <summary>What the messenger's API takes.</summary>
public sealed record KioskMessage
{
    public required string To { get; init; }

    public required string Text { get; init; }

    public IReadOnlyList<KioskOption> Options { get; init; } = [];

    /// <summary>Null starts a new session at the kiosk.</summary>
    public string? Reply { get; init; }

    /// <summary>Null for content that was not promised by <see cref="KioskChannel.Describe"/>.</summary>
    public static KioskMessage? From(OutboundMessage message) => message.Contents[0] switch
    {
        TextContent text => new() { To = message.To.SenderId, Text = text.Text, Reply = message.ReplyHandle?.Value },
        ChoiceContent choice => new()
        {
            To = message.To.SenderId,
            Text = choice.Text,
            Options = [.. choice.Options.Select(o => new KioskOption { Id = o.Id, Label = o.Label })],
            Reply = message.ReplyHandle?.Value,
        },
        _ => null,
    };
}
