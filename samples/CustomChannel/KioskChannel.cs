using System.Text.Json;
using OmniChannel.Channels;
using OmniChannel.Content;
using OmniChannel.Webhooks;

namespace CustomChannel;

/// <summary>A messenger for kiosks. One instance serves every account, so it keeps nothing between calls.</summary>
public sealed class KioskChannel(HttpClient http) : IChannelAdapter<KioskOptions>, IWebhookReceiver<KioskOptions>
{
    public const string SignatureHeader = "X-Kiosk-Signature";

    public ChannelCapabilities Describe(ChannelAccount<KioskOptions> account) => new()
    {
        DisplayName = "Kiosk",
        Text = new(2000, LimitUnit.Characters),
        Choice = new(6, new(20, LimitUnit.Characters)), // more options than that come as numbered lines, without our doing
        AcceptsIdempotencyKey = true,
        Receipts = [ReceiptKind.Delivered, ReceiptKind.Failed],
        WebhookDeadline = TimeSpan.FromSeconds(10),
    };

    public WebhookVerdict Verify(WebhookRequest request, ChannelAccount<KioskOptions> account)
    {
        var signature = request.Headers[SignatureHeader]; // a missing header reads as empty
        return signature.Length == 0
            ? WebhookVerdict.Reject(WebhookRejection.MissingSignature, SignatureHeader + " is missing")
            : WebhookSignature.HmacSha256Hex(account.Options.SigningKeys, request.Body.Span, signature)
                ? WebhookVerdict.Accept
                : WebhookVerdict.Reject(WebhookRejection.BadSignature, SignatureHeader + " matches none of SigningKeys");
    }

    public IReadOnlyList<ChannelEvent> Parse(WebhookRequest request, ChannelAccount<KioskOptions> account)
    {
        using var json = request.Json(); // malformed: the host answers 400
        return [.. json.RootElement.GetProperty("events").EnumerateArray().Select(e => Map(e, request.ReceivedAt))];
    }

    public async Task<SendResult> SendAsync(OutboundMessage message, ChannelAccount<KioskOptions> account, CancellationToken cancellationToken)
    {
        if (KioskMessage.From(message) is not { } body)
        {
            return SendResult.Failed(SendErrorKind.ContentRefused, "content-kind", "A kiosk carries texts and choices only");
        }

        using var request = new HttpRequestMessage(HttpMethod.Post, new Uri(account.Options.BaseUrl!, "send"));
        request.Headers.Add("Idempotency-Key", message.IdempotencyKey);
        request.Content = JsonContent.Create(body, KioskJson.Default.KioskMessage);
        using var response = await http.SendAsync(request, cancellationToken);
        if (!response.IsSuccessStatusCode)
        {
            return SendResult.FromStatus(response, account.Time); // what is thrown instead counts as ambiguous
        }

        return response.Headers.TryGetValues("X-Id", out var ids) ? SendResult.Sent([.. ids]) : SendResult.Sent();
    }

    private static ChannelEvent Map(JsonElement e, DateTimeOffset receivedAt)
    {
        var (id, from, type) = (Text(e, "id"), Text(e, "from"), Text(e, "type"));
        var key = $"{type}:{id}"; // the same for every delivery of the event, and another for each event
        return type switch
        {
            "text" => Message(new TextContent(Text(e, "text"))),
            "choice" => Message(new ChoiceReplyContent { OptionId = Text(e, "option"), Label = Text(e, "label") }),
            "delivered" => Receipt(ReceiptKind.Delivered),
            "failed" => Receipt(ReceiptKind.Failed),
            _ => new UnknownEvent { DedupeKey = key, Sender = from, OccurredAt = receivedAt, Reason = "The type is new", Raw = e.GetRawText() },
        };

        MessageReceived Message(MessageContent content) => new()
        {
            DedupeKey = key,
            Sender = from,
            OccurredAt = receivedAt,
            Content = [content],
            ProviderMessageId = id,
            // a kiosk can be answered for five minutes after somebody pressed something
            ReplyHandle = e.TryGetProperty("reply", out var reply) ? new() { Value = reply.GetString()!, ExpiresAt = receivedAt.AddMinutes(5) } : null,
        };

        DeliveryReceiptReceived Receipt(ReceiptKind kind) =>
            new() { DedupeKey = key, Sender = from, OccurredAt = receivedAt, ProviderMessageId = id, Receipt = kind };
    }

    private static string Text(JsonElement e, string name) => e.GetProperty(name).GetString()!;
}
