using OmniChannel.Webhooks;

namespace OmniChannel.Fakes;

/// <summary>A page with a stream: each message is a frame of its state and its words.</summary>
internal sealed class StreamDouble : IChannelAdapter<WebhookDoubleOptions>, IStreamChannel<WebhookDoubleOptions>
{
    public IReadOnlyList<StreamAsset> Assets => [];

    public ChannelCapabilities Describe(ChannelAccount<WebhookDoubleOptions> account) => TestDesk.ChatCapabilities;

    public Task<SendResult> SendAsync(OutboundMessage message, ChannelAccount<WebhookDoubleOptions> account, CancellationToken cancellationToken) =>
        Task.FromResult(SendResult.Sent());

    public StreamVerdict Authenticate(WebhookRequest request, ChannelAccount<WebhookDoubleOptions> account) =>
        request.Path == "broken" ? throw new InvalidCastException() : StreamVerdict.Accept(new() { SenderId = "visitor" });

    public IReadOnlyList<ChannelEvent> Parse(WebhookRequest request, StreamVisitor visitor, ChannelAccount<WebhookDoubleOptions> account) =>
        throw new KeyNotFoundException();

    public StreamFrame? Render(StreamEntry entry, ChannelAccount<WebhookDoubleOptions> account) =>
        entry.Entry.Content is TextContent { Text: "unspeakable" } ? throw new FormatException()
        : entry.Entry is { Kind: EntryKind.Message, Content: { } content }
            ? new() { Event = "entry", Data = FormattableString.Invariant($"{entry.Sequence} {(entry.IsChange ? "now " : "")}{entry.Entry.Delivery} {content.Preview}") }
            : null;
}
