using OmniChannel.Channels.Email.Mime;
using OmniChannel.Channels.Email.Outbound;

namespace OmniChannel.Channels.Email.Inbound;

/// <summary>Delivery and read reports that came back as mail (RFC 3464, RFC 8098), as receipts of mails of ours.</summary>
internal static class ReportEvents
{
    /// <summary>Empty when the mail is no report, or reports on a mail that is not ours: then it is a message of a machine.</summary>
    public static IReadOnlyList<ChannelEvent> Read(InboundMail mail, WebhookRequest request, EmailOptions options)
    {
        if (mail.Report is not { OriginalMessageId: { } original } report || !MailIds.IsOurs(original, options))
        {
            return [];
        }

        return
        [
            .. report.Recipients.Select(r => (Recipient: r, Kind: Kind(r.Action))).Where(r => r.Kind is not null).Take(1)
                .Select(r => Receipt(r.Recipient, r.Kind!.Value, original, request)),
        ];
    }

    public static SendErrorKind KindOf(string status)
    {
        var detail = status.Length > 2 ? status[2..] : "";
        return detail switch
        {
            // RFC 3463: x.1 is about the address, x.2 about the mailbox, x.4.4 has no route; x.6 and x.3.4 about the content
            "2.3" or "3.4" => SendErrorKind.ContentRefused,
            "1.7" or "1.8" => SendErrorKind.Permanent,
            "4.4" => SendErrorKind.Unreachable,
            _ when detail.StartsWith("1.", StringComparison.Ordinal) || detail.StartsWith("2.", StringComparison.Ordinal) => SendErrorKind.Unreachable,
            _ when detail.StartsWith("6.", StringComparison.Ordinal) => SendErrorKind.ContentRefused,
            _ => SendErrorKind.Permanent,
        };
    }

    private static DeliveryReceiptReceived Receipt(DeliveryReportRecipient recipient, ReceiptKind kind, string original, WebhookRequest request) => new()
    {
        DedupeKey = MailEvents.Key("report", $"{original}\n{recipient.Action}"),
        Sender = (recipient.OriginalRecipient ?? recipient.FinalRecipient).ToLowerInvariant(),
        OccurredAt = request.ReceivedAt,
        Receipt = kind,
        ProviderMessageId = original,
        Error = kind != ReceiptKind.Failed ? null : new()
        {
            Kind = KindOf(recipient.Status ?? ""),
            Code = recipient.Status ?? "",
            Reason = "The mail came back",
        },
    };

    private static ReceiptKind? Kind(string action) => action switch
    {
        "failed" => ReceiptKind.Failed,
        "delivered" or "relayed" or "expanded" or "deleted" => ReceiptKind.Delivered,
        "delayed" => ReceiptKind.Accepted,
        "displayed" => ReceiptKind.Read,
        _ => null,
    };
}
