namespace OmniChannel.Channels.Email.Mime;

/// <summary>From a tree of parts to an <see cref="InboundMail"/>. Pure and total: any tree gives a mail.</summary>
internal static class InboundMailReader
{
    /// <param name="root">The root of a parsed message.</param>
    /// <param name="limits">The limits it was parsed with.</param>
    /// <param name="envelopeSender">The SMTP sender where the gateway tells it, "" for the null sender; null if unknown.</param>
    public static InboundMail Read(MimePart root, MimeLimits? limits = null, string? envelopeSender = null)
    {
        limits ??= MimeLimits.Default;
        var headers = root.Headers;
        var body = MailBodyReader.Read(root, limits, out var attachments);
        var from = Addresses(headers, "From", limits).FirstOrDefault() ?? Addresses(headers, "Sender", limits).FirstOrDefault();
        var report = DeliveryReportReader.Read(root);
        return new InboundMail
        {
            From = from,
            To = Addresses(headers, "To", limits),
            Cc = Addresses(headers, "Cc", limits),
            ReplyTo = Addresses(headers, "Reply-To", limits),
            Subject = headers.FirstText("Subject") ?? "",
            Date = MailDate.Parse(headers.First("Date")),
            MessageId = MessageIds.First(headers.First("Message-ID")),
            InReplyTo = MessageIds.Parse(headers.First("In-Reply-To"), limits.MaxMessageIds),
            References = MessageIds.Parse(headers.First("References"), limits.MaxMessageIds),
            Body = body,
            Attachments = attachments,
            Nature = MailNatureDetector.Detect(root, from, report, envelopeSender),
            SuppressesAutoResponse = MailNatureDetector.SuppressesAutoResponse(headers),
            Report = report,
        };
    }

    private static IReadOnlyList<Mailbox> Addresses(MimeHeaders headers, string name, MimeLimits limits) =>
        AddressListParser.Parse(headers.Joined(name), limits.MaxAddresses);
}
