using System.Globalization;
using System.Text;
using System.Text.Json;
using OmniChannel.Channels.Email.Inbound;
using OmniChannel.Channels.Email.Outbound;

namespace OmniChannel.Channels.Email.Gateways;

/// <summary>One event of SendGrid's page "Event Webhook Reference".</summary>
internal static class SendGridEvents
{
    public static ChannelEvent Read(JsonElement json, WebhookRequest request, EmailOptions options)
    {
        var name = GatewayJson.Text(json, "event");
        return name switch
        {
            "processed" or "deferred" => Receipt(json, request, options, ReceiptKind.Accepted),
            "delivered" => Receipt(json, request, options, ReceiptKind.Delivered),
            // a machine open is the mail program's own prefetch: it arrived, and nobody has read it yet
            "open" => Receipt(json, request, options, GatewayJson.Flag(json, "sg_machine_open") ? ReceiptKind.Delivered : ReceiptKind.Read),
            "click" => Receipt(json, request, options, ReceiptKind.Read),
            "bounce" or "dropped" => Receipt(json, request, options, ReceiptKind.Failed) with { Error = Error(json, name) },
            "spamreport" => Consent(json, request, granted: false, "spam-complaint"),
            "unsubscribe" or "group_unsubscribe" => Consent(json, request, granted: false, "unsubscribe"),
            "group_resubscribe" => Consent(json, request, granted: true, "resubscribe"),
            _ => UnknownMail.Event(request, "The event is new", Encoding.UTF8.GetBytes(json.GetRawText())),
        };
    }

    private static DeliveryReceiptReceived Receipt(JsonElement json, WebhookRequest request, EmailOptions options, ReceiptKind kind) => new()
    {
        DedupeKey = Key(json, request),
        Sender = GatewayJson.Text(json, "email").ToLowerInvariant(),
        OccurredAt = Time(json, request.ReceivedAt),
        Receipt = kind,
        ProviderMessageId = MessageId(json, options),
    };

    private static ConsentChanged Consent(JsonElement json, WebhookRequest request, bool granted, string source) => new()
    {
        DedupeKey = Key(json, request),
        Sender = GatewayJson.Text(json, "email").ToLowerInvariant(),
        OccurredAt = Time(json, request.ReceivedAt),
        Granted = granted,
        Source = source,
    };

    private static SendError Error(JsonElement json, string name)
    {
        var status = GatewayJson.Text(json, "status");
        var code = status.Length is > 4 and <= 11 && status.All(c => char.IsAsciiDigit(c) || c == '.') ? status : "";
        return new()
        {
            Kind = name == "bounce" ? Bounced(json, code) : Dropped(GatewayJson.Text(json, "reason")),
            Code = code.Length > 0 ? code : name,
            Reason = "SendGrid reported " + name,
        };
    }

    private static SendErrorKind Bounced(JsonElement json, string status) =>
        status.Length > 0 ? ReportEvents.KindOf(status)
        : GatewayJson.Text(json, "type") == "blocked" ? SendErrorKind.Permanent
        : SendErrorKind.Unreachable;

    private static SendErrorKind Dropped(string reason) => reason switch
    {
        "Unsubscribed Address" or "Spam Reporting Address" => SendErrorKind.OptedOut,
        "Bounced Address" or "Invalid" => SendErrorKind.Unreachable,
        "Spam Content (if Spam Checker app is enabled)" or "Spam Content" => SendErrorKind.ContentRefused,
        _ => SendErrorKind.Permanent,
    };

    /// <summary>Our Message-ID as it came back, or in the field for mails relayed by SMTP; else what X-Message-Id said at the send.</summary>
    private static string? MessageId(JsonElement json, EmailOptions options)
    {
        var ours = GatewayJson.Text(json, SendGridMail.ArgumentName);
        ours = MailIds.IsOurs(ours, options) ? ours : GatewayJson.Text(json, "smtp-id").Trim('<', '>', ' ');
        return MailIds.IsOurs(ours, options) ? ours
            : Sent(GatewayJson.Text(json, "sg_message_id")) is { Length: > 0 } theirs ? theirs
            : null;
    }

    /// <summary>The event's id of a message is that of the send, a dot, and the name of the machine that handled it.</summary>
    private static string Sent(string id)
    {
        var at = id.IndexOf(".recv", StringComparison.Ordinal) is >= 0 and var recv ? recv : id.IndexOf(".filter", StringComparison.Ordinal);
        return at >= 0 ? id[..at] : id;
    }

    private static string Key(JsonElement json, WebhookRequest request) =>
        GatewayJson.Text(json, "sg_event_id") is { Length: > 0 and <= 200 } id
            ? "sendgrid:" + id
            : UnknownMail.Event(request, "", Encoding.UTF8.GetBytes(json.GetRawText())).DedupeKey;

    private static DateTimeOffset Time(JsonElement json, DateTimeOffset received) =>
        long.TryParse(GatewayJson.Number(json, "timestamp"), NumberStyles.None, CultureInfo.InvariantCulture, out var seconds)
        && seconds <= received.ToUnixTimeSeconds()
            ? DateTimeOffset.FromUnixTimeSeconds(seconds)
            : received;
}
