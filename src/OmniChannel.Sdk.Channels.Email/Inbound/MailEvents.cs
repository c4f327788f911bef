using System.Security.Cryptography;
using System.Text;
using OmniChannel.Channels.Email.Mime;
using OmniChannel.Channels.Email.Outbound;

namespace OmniChannel.Channels.Email.Inbound;

/// <summary>What a received mail says: a report on a mail of ours, or a message.</summary>
internal static class MailEvents
{
    // Mail is retried for up to five days (RFC 5321 section 4.5.4.1); a date before that is a wrong clock.
    private static readonly TimeSpan Oldest = TimeSpan.FromDays(7);

    public static IReadOnlyList<ChannelEvent> Read(MailIntake intake, WebhookRequest request, EmailOptions options)
    {
        var mail = InboundMailReader.Read(intake.Root, MimeLimits.Default, intake.EnvelopeSender);
        if (ReportEvents.Read(mail, request, options) is { Count: > 0 } receipts)
        {
            return receipts;
        }

        return mail.From is { } from
            ? [Message(intake, mail, from, request, options)]
            : [UnknownMail.Event(request, "The mail has no From address")];
    }

    public static string Key(string kind, string value) => kind + ":" + Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(value)));

    private static MessageReceived Message(MailIntake intake, InboundMail mail, Mailbox from, WebhookRequest request, EmailOptions options)
    {
        var proof = Proof(intake, from);
        var sender = SenderId.Of(from.Address, proof is not null);
        return new()
        {
            // the sender chooses the Message-ID, so it counts among the sender's own mails only
            DedupeKey = Key("mail", $"{sender}\n{mail.MessageId ?? intake.FallbackId}"),
            Sender = sender,
            OccurredAt = Time(mail.Date, request.ReceivedAt),
            Evidence = [Evidence(from, proof)],
            Content = Contents(mail),
            // one of our own ids on a mail from outside would take over the thread that it stands for
            ProviderMessageId = MailIds.IsOurs(mail.MessageId, options) ? null : mail.MessageId,
            ReplyTo = proof is null ? [] : [.. mail.References.Except(mail.InReplyTo), .. mail.InReplyTo],
            Subject = mail.Subject,
            SenderName = from.Name,
            IsAutomatic = mail.Nature is not MailNature.Personal || from.Address.Equals(options.From, StringComparison.OrdinalIgnoreCase),
        };
    }

    /// <summary>Two From fields, or one with two authors, are how a proof for one is shown as a proof for another.</summary>
    private static ProvedDomain? Proof(MailIntake intake, Mailbox from)
    {
        var fields = intake.Root.Headers.Fields.Where(f => f.Name.Equals("From", StringComparison.OrdinalIgnoreCase)).ToList();
        return fields.Count == 1 && AddressListParser.Parse(fields[0].Value, 2).Count == 1 && ProvedDomain.DomainOf(from.Address) is { } domain
            ? intake.Proved.FirstOrDefault(p => p.Covers(domain))
            : null;
    }

    private static IdentifierEvidence Evidence(Mailbox from, ProvedDomain? proof) => new()
    {
        Identifier = Identifier.Email(from.Address.ToLowerInvariant()),
        Assurance = proof is null ? Assurance.Claimed : Assurance.Observed,
        Source = proof?.Source ?? "from-header",
    };

    private static DateTimeOffset Time(DateTimeOffset? date, DateTimeOffset received) =>
        date is { } given && given <= received && given > received - Oldest ? given : received;

    private static List<MessageContent> Contents(InboundMail mail)
    {
        var contents = new List<MessageContent>();
        var text = QuotedReplySplitter.Split(mail.Body.Text).Reply;
        if (!string.IsNullOrWhiteSpace(text))
        {
            contents.Add(new TextContent(text));
        }

        if (mail.Body.IsTruncated)
        {
            contents.Add(new NativeContent { Type = "text-cut", Data = "{}", Fallback = "[The rest of the mail is too long]" });
        }

        contents.AddRange(mail.Attachments.Select(AttachmentNote.From));
        return contents.Count > 0 ? contents : [new TextContent("")];
    }
}
