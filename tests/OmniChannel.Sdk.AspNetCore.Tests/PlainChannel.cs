using System.Text.Json;
using OmniChannel.Channels;
using OmniChannel.Content;
using OmniChannel.Webhooks;

namespace OmniChannel.AspNetCore.Tests;

/// <summary>A webhook channel with an HMAC over the body.</summary>
internal sealed class PlainChannel : IChannelAdapter<PlainOptions>, IWebhookReceiver<PlainOptions>
{
    public ChannelCapabilities Describe(ChannelAccount<PlainOptions> account) =>
        new() { DisplayName = "Plain", Text = new(100, LimitUnit.Characters), MaxWebhookBytes = 2048 };

    public Task<SendResult> SendAsync(OutboundMessage message, ChannelAccount<PlainOptions> account, CancellationToken cancellationToken) =>
        Task.FromResult(SendResult.Sent(message.Id.ToString()));

    public WebhookVerdict Verify(WebhookRequest request, ChannelAccount<PlainOptions> account) =>
        WebhookSignature.HmacSha256Hex([account.Options.Key], request.Body.Span, request.Headers["X-Signature"])
            ? WebhookVerdict.Accept
            : WebhookVerdict.Reject(WebhookRejection.BadSignature, "X-Signature matches no key");

    public IReadOnlyList<ChannelEvent> Parse(WebhookRequest request, ChannelAccount<PlainOptions> account)
    {
        using var json = request.Json();
        var id = json.RootElement.GetProperty("id").GetString()!;
        var from = json.RootElement.GetProperty("from").GetString()!;
        return json.RootElement.GetProperty("kind").GetString() switch
        {
            "text" => [new MessageReceived { DedupeKey = id, Sender = from, OccurredAt = request.ReceivedAt, Content = [new TextContent(json.RootElement.GetProperty("text").GetString()!)] }],
            "sticker" => [new MessageReceived { DedupeKey = id, Sender = from, OccurredAt = request.ReceivedAt, Content = [new NativeContent { Type = "sticker", Data = json.RootElement.GetRawText() }] }],
            var other => [new UnknownEvent { DedupeKey = id, Sender = from, OccurredAt = request.ReceivedAt, Reason = other ?? "", Raw = json.RootElement.GetRawText() }],
        };
    }
}
