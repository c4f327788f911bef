using OmniChannel.Channels;

namespace OmniChannel.Testing.Channels;

/// <summary>What one parsed event has to be. Parts left null are not compared.</summary>
public sealed record ExpectedEvent
{
    /// <summary>The event's type, such as <c>typeof(MessageReceived)</c>.</summary>
    public required Type Kind { get; init; }

    /// <summary>The sender id.</summary>
    public string? Sender { get; init; }

    /// <summary>The dedupe key.</summary>
    public string? DedupeKey { get; init; }

    /// <summary>Preview of the message's first content.</summary>
    public string? Text { get; init; }

    /// <summary>The type of the message's first content.</summary>
    public Type? Content { get; init; }

    /// <summary>The provider's id of the message received or reported on.</summary>
    public string? ProviderMessageId { get; init; }

    /// <summary>The receipt's kind.</summary>
    public ReceiptKind? Receipt { get; init; }

    internal string? Difference(ChannelEvent actual)
    {
        var message = actual as MessageReceived;
        var receipt = actual as DeliveryReceiptReceived;
        var first = message is { Content.Count: > 0 } ? message.Content[0] : null;
        return actual.GetType() != Kind ? $"a {Kind.Name} was expected, a {actual.GetType().Name} came"
            : Differs(Sender, actual.Sender) ? "the sender is another"
            : Differs(DedupeKey, actual.DedupeKey) ? $"the dedupe key is {actual.DedupeKey}, not {DedupeKey}"
            : Differs(Text, first?.Preview) ? "the text is another"
            : Content is not null && first?.GetType() != Content ? $"the content is a {first?.GetType().Name}, not a {Content.Name}"
            : Differs(ProviderMessageId, message?.ProviderMessageId ?? receipt?.ProviderMessageId) ? "the provider's message id is another"
            : Receipt is { } kind && receipt?.Receipt != kind ? $"the receipt is {receipt?.Receipt}, not {kind}"
            : null;
    }

    private static bool Differs(string? expected, string? actual) => expected is not null && !string.Equals(expected, actual, StringComparison.Ordinal);
}
