using System.Globalization;
using OmniChannel.Channels;
using OmniChannel.Webhooks;

namespace OmniChannel.AspNetCore.Tests;

/// <summary>A stream channel whose visitors say who they are, and until when; who says nothing is new.</summary>
internal sealed class VisitChannel : IChannelAdapter<PlainOptions>, IStreamChannel<PlainOptions>
{
    private int _visitors;

    public IReadOnlyList<StreamAsset> Assets => [];

    public ChannelCapabilities Describe(ChannelAccount<PlainOptions> account) => new() { DisplayName = "Visit", Delivery = DeliveryMode.Stream };

    public Task<SendResult> SendAsync(OutboundMessage message, ChannelAccount<PlainOptions> account, CancellationToken cancellationToken) =>
        Task.FromResult(SendResult.Failed(SendErrorKind.Permanent));

    public StreamVerdict Authenticate(WebhookRequest request, ChannelAccount<PlainOptions> account)
    {
        if (long.TryParse(request.Query["until"], NumberStyles.None, CultureInfo.InvariantCulture, out var until) && request.ReceivedAt.UtcTicks > until)
        {
            return StreamVerdict.Refuse("The token has expired.");
        }

        var known = request.Query["visitor"];
        var visitor = known.Length > 0 ? known : "visitor-" + Interlocked.Increment(ref _visitors);
        return StreamVerdict.Accept(new() { SenderId = visitor }, "token") with { IsNew = known.Length == 0 };
    }

    public IReadOnlyList<ChannelEvent> Parse(WebhookRequest request, StreamVisitor visitor, ChannelAccount<PlainOptions> account) => [];

    public StreamFrame? Render(StreamEntry entry, ChannelAccount<PlainOptions> account) => null;
}
