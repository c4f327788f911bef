using System.Text.Json;
using OmniChannel.Channels.Email.Inbound;
using OmniChannel.Channels.Email.Outbound;

namespace OmniChannel.Channels.Email.Gateways;

/// <summary>Postmark's delivery, bounce, spam complaint, open, click and subscription change webhooks.</summary>
internal static class PostmarkEvents
{
    public static ChannelEvent Read(JsonElement json, WebhookRequest request, EmailOptions options) => GatewayJson.Text(json, "RecordType") switch
    {
        "Delivery" => Receipt(json, request, options, "Recipient", "DeliveredAt", ReceiptKind.Delivered),
        "Open" or "Click" => Receipt(json, request, options, "Recipient", "ReceivedAt", ReceiptKind.Read),
        "Bounce" => Bounce(json, request, options),
        "SpamComplaint" => Consent(json, request, "Email", "BouncedAt", granted: false, "spam-complaint"),
        "SubscriptionChange" => Subscription(json, request),
        _ => UnknownMail.Event(request, "RecordType is new"),
    };

    /// <summary>Types by the page "Bounce API": some say only that the mail is late, was answered, or that somebody wants no more.</summary>
    private static ChannelEvent Bounce(JsonElement json, WebhookRequest request, EmailOptions options)
    {
        var type = GatewayJson.Text(json, "Type");
        return type switch
        {
            "Unsubscribe" => Consent(json, request, "Email", "BouncedAt", granted: false, "unsubscribe"),
            "Subscribe" => Consent(json, request, "Email", "BouncedAt", granted: true, "subscribe"),
            "SpamComplaint" => Consent(json, request, "Email", "BouncedAt", granted: false, "spam-complaint"),
            "Transient" or "ChallengeVerification" => Receipt(json, request, options, "Email", "BouncedAt", ReceiptKind.Accepted),
            "AutoResponder" or "AddressChange" or "OpenRelayTest" => Receipt(json, request, options, "Email", "BouncedAt", ReceiptKind.Delivered),
            _ => Receipt(json, request, options, "Email", "BouncedAt", ReceiptKind.Failed) with
            {
                Error = new()
                {
                    Kind = Kind(type),
                    Code = type.Length <= 40 && type.All(char.IsAsciiLetterOrDigit) ? type : "",
                    Reason = "Postmark reported a bounce",
                },
            },
        };
    }

    private static SendErrorKind Kind(string type) => type switch
    {
        "HardBounce" or "SoftBounce" or "BadEmailAddress" or "DnsError" => SendErrorKind.Unreachable,
        "SpamNotification" or "VirusNotification" or "Blocked" or "DMARCPolicy" => SendErrorKind.ContentRefused,
        "ManuallyDeactivated" => SendErrorKind.OptedOut,
        _ => SendErrorKind.Permanent,
    };

    private static DeliveryReceiptReceived Receipt(
        JsonElement json, WebhookRequest request, EmailOptions options, string address, string time, ReceiptKind kind) => new()
        {
            DedupeKey = Key(json, request),
            Sender = GatewayJson.Text(json, address).ToLowerInvariant(),
            OccurredAt = GatewayJson.Time(json, time, request.ReceivedAt),
            Receipt = kind,
            ProviderMessageId = MessageId(json, options),
        };

    private static ConsentChanged Consent(JsonElement json, WebhookRequest request, string address, string time, bool granted, string source) => new()
    {
        DedupeKey = Key(json, request),
        Sender = GatewayJson.Text(json, address).ToLowerInvariant(),
        OccurredAt = GatewayJson.Time(json, time, request.ReceivedAt),
        Granted = granted,
        Source = source,
    };

    private static ChannelEvent Subscription(JsonElement json, WebhookRequest request)
    {
        var suppressed = GatewayJson.Flag(json, "SuppressSending");
        var consent = Consent(json, request, "Recipient", "ChangedAt", !suppressed, suppressed ? "suppressed" : "reactivated");
        return suppressed && GatewayJson.Text(json, "SuppressionReason") == "HardBounce"
            ? new AddressChanged { DedupeKey = consent.DedupeKey, Sender = consent.Sender, OccurredAt = consent.OccurredAt }
            : consent;
    }

    /// <summary>Our Message-ID, which travelled as metadata; else what Postmark calls the message.</summary>
    private static string? MessageId(JsonElement json, EmailOptions options)
    {
        var local = GatewayJson.Text(GatewayJson.Object(json, "Metadata"), SmtpSubmission.MetadataName);
        var ours = local + options.From[options.From.LastIndexOf('@')..].ToLowerInvariant();
        return MailIds.IsOurs(ours, options) ? ours : GatewayJson.Text(json, "MessageID") is { Length: > 0 } id ? id.Trim('<', '>') : null;
    }

    /// <summary>Bounces have an id of their own; other events are one per message and kind, or per change.</summary>
    private static string Key(JsonElement json, WebhookRequest request)
    {
        var type = GatewayJson.Text(json, "RecordType");
        var id = GatewayJson.Number(json, "ID") is { Length: > 0 } number ? number : GatewayJson.Text(json, "MessageID");
        var time = GatewayJson.Text(json, "ChangedAt") is { Length: > 0 } changed ? changed : GatewayJson.Text(json, "DeliveredAt");
        return id.Length + time.Length > 0 ? $"postmark:{type}:{id}:{time}" : UnknownMail.Event(request, type).DedupeKey;
    }
}
