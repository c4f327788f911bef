using System.Globalization;

namespace OmniChannel.Channels.Twilio;

/// <summary>What an accepted messaging webhook says.</summary>
internal static class TwilioSmsEvents
{
    // "Twilio's request to your webhook URL": at most ten, numbered from 0.
    private static readonly (string Url, string Type)[] Media =
        [.. Enumerable.Range(0, 10).Select(i => (string.Create(CultureInfo.InvariantCulture, $"MediaUrl{i}"), string.Create(CultureInfo.InvariantCulture, $"MediaContentType{i}")))];

    public static IReadOnlyList<ChannelEvent> Parse(WebhookRequest request, TwilioSmsOptions options)
    {
        var fields = TwilioForm.Read(request);
        var sid = fields["MessageSid"];
        if (sid.Length == 0 || fields["From"].Length == 0)
        {
            return [TwilioForm.Unknown(request, fields, "No MessageSid or no From")];
        }

        if (fields["MessageStatus"].Length > 0)
        {
            return [Receipt(request, fields, sid)];
        }

        if (!fields.Contains("Body") && !fields.Contains("NumMedia"))
        {
            return [TwilioForm.Unknown(request, fields, "Neither a message nor a status")];
        }

        var message = Message(request, fields, sid);
        // The consent goes first, so that nothing which answers the message is sent after a STOP.
        return TwilioOptOut.Read(fields, options) is { } granted ? [Consent(message, granted), message] : [message];
    }

    private static MessageReceived Message(WebhookRequest request, WebhookValues fields, string sid) => new()
    {
        DedupeKey = sid,
        Sender = fields["From"],
        OccurredAt = request.ReceivedAt,
        Evidence = TwilioPhone.Evidence(fields["From"], "sms-sender"),
        Content = Contents(fields),
        ProviderMessageId = sid,
    };

    private static ConsentChanged Consent(MessageReceived message, bool granted) => new()
    {
        DedupeKey = message.DedupeKey + ":consent",
        Sender = message.Sender,
        OccurredAt = message.OccurredAt,
        Evidence = message.Evidence,
        Granted = granted,
        Source = "keyword",
    };

    private static ChannelEvent Receipt(WebhookRequest request, WebhookValues fields, string sid)
    {
        var status = fields["MessageStatus"].ToLowerInvariant();
        ReceiptKind? receipt = status switch
        {
            "accepted" or "scheduled" or "queued" or "sending" => ReceiptKind.Accepted,
            "sent" => ReceiptKind.Sent,
            "delivered" => ReceiptKind.Delivered,
            "read" => ReceiptKind.Read,
            "undelivered" or "failed" or "canceled" => ReceiptKind.Failed,
            _ => null,
        };
        return receipt is not { } kind
            ? TwilioForm.Unknown(request, fields, "MessageStatus is new")
            : new DeliveryReceiptReceived
            {
                DedupeKey = $"{sid}:{status}",
                Sender = fields["To"],
                OccurredAt = request.ReceivedAt,
                Receipt = kind,
                ProviderMessageId = sid,
                Error = kind == ReceiptKind.Failed ? TwilioErrors.OfReceipt(fields["ErrorCode"], status) : null,
            };
    }

    private static List<MessageContent> Contents(WebhookValues fields)
    {
        var contents = new List<MessageContent>();
        var body = fields["Body"].ReplaceLineEndings("\n");
        if (body.Length > 0)
        {
            contents.Add(new TextContent(body));
        }

        foreach (var (source, mediaType) in Media)
        {
            if (Uri.TryCreate(fields[source], UriKind.Absolute, out var url) && url.Scheme is "https" or "http")
            {
                var type = fields[mediaType];
                contents.Add(new MediaContent { Media = Kind(type), Source = url, MediaType = type.Length > 0 ? type : null });
            }
        }

        return contents.Count > 0 ? contents : [new TextContent("")];
    }

    private static MediaKind Kind(string mediaType) => mediaType.Split('/')[0].ToLowerInvariant() switch
    {
        "image" => MediaKind.Image,
        "audio" => MediaKind.Audio,
        "video" => MediaKind.Video,
        _ => MediaKind.File,
    };
}
